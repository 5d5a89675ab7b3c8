using System.Text.Json.Nodes;
using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Assessment;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace FastTrackBot.Tests.Bot;

/// <summary>The assessment as an admin sees it: progress, result, pages, questions, and the next time.</summary>
public sealed class AssessmentScripts
{
    private const string Result = "In order";
    private const string ResultInChinese = "正常";

    [Fact]
    public async Task The_card_of_progress_becomes_the_result()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = await bot.As(People.Admin).Says("assess").Sees("0 of 17 checks are done", "Nothing is changed in your tenant");

        await SeesResultAsync(bot, alex, "Something stands in the way", "This is the first assessment", "by Alex Wilber", "Directory synchronisation stands still");

        Assert.Single(bot.Channel.Sent);
        Assert.All(bot.Channel.Updated, call => Assert.Equal(bot.Channel.Sent[0].Id, call.Id));
        Assert.Contains(bot.Channel.Updated, call => call.Activity.ToJsonString().Contains("8 of 17 checks are done", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_finding_can_be_reached_page_by_page()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = await bot.As(People.Admin).AssessesAsync(bot);
        var stored = await StoredAsync(bot);
        var seen = alex.Card.Text;
        while (alex.Card.Buttons.FirstOrDefault(button => button.StartsWith("Show more", StringComparison.Ordinal)) is { } more)
        {
            await alex.Presses(more);
            seen += alex.Card.Text;
        }

        Assert.Equal(20, stored.Findings.Count);
        Assert.All(stored.Findings, finding => Assert.Contains(FindingWords.Title(finding), seen, StringComparison.Ordinal));
        Assert.All(stored.Findings, finding => Assert.Contains(finding.ReadMore.ToString(), seen, StringComparison.Ordinal));
        await alex.Presses("Back to the first").Sees("Directory synchronisation stands still");
    }

    [Fact]
    public async Task The_next_time_says_what_is_new_gone_and_still_there()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = await bot.As(People.Admin).AssessesAsync(bot);
        bot.Graph.SetDns("TXT contoso-retail.example", "\"v=spf1 include:spf.protection.outlook.com -all\"");
        bot.Graph.SetDns("TXT _dmarc.contoso-retail.example");
        await bot.PassAsync(TimeSpan.FromDays(7));

        await alex.AssessesAsync(bot);

        Assert.Contains("Since 2026-03-02 08:00 UTC: 1 new, 1 gone, 19 still there.", alex.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Gone: contoso-retail.example: more than one SPF record", alex.Card.Text, StringComparison.Ordinal);
        Assert.Equal(["dmarcMissing:contoso-retail.example"], (await StoredAsync(bot)).Change!.New);
    }

    [Fact]
    public async Task A_missing_permission_is_named_and_becomes_a_question()
    {
        await using var bot = await BotHost.StartAsync();
        bot.Graph.Fault(new SandboxFault("/admin/serviceAnnouncement", Status: 403));
        var alex = await bot.As(People.Admin).AssessesAsync(bot);

        Assert.Contains("I lack the permission ServiceHealth.Read.All of Microsoft Graph.", alex.Card.Text, StringComparison.Ordinal);
        await alex.Presses("Questions (13)").Sees("0 of 13 are answered").Presses("Show more (7)").Presses("Show more (1)")
            .Sees("Are there open incidents in the service health?", "I lack the permission ServiceHealth.Read.All");
    }

    [Theory]
    [InlineData(429, "Microsoft Graph asked me to slow down.")]
    [InlineData(503, "Microsoft Graph did not answer as it should.")]
    public async Task A_check_that_fails_says_why_and_can_be_made_again(int status, string words)
    {
        await using var bot = await BotHost.StartAsync();
        bot.Graph.Fault(new SandboxFault("/domains", Status: status));
        var alex = await bot.As(People.Admin).AssessesAsync(bot);
        Assert.Contains(words, alex.Card.Text, StringComparison.Ordinal);

        bot.Graph.ClearFaults();
        await alex.Presses("Assess again");
        await SeesResultAsync(bot, alex, "Something stands in the way");
        Assert.DoesNotContain(words, alex.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_card_to_update_the_result_comes_as_a_new_one()
    {
        await using var bot = await BotHost.StartAsync();
        bot.Channel.Fails(404, "ActivityNotFoundInConversation", method: "PUT");

        await bot.As(People.Admin).AssessesAsync(bot);

        Assert.Equal(2, bot.Channel.Sent.Count);
        Assert.Empty(bot.Channel.Updated);
    }

    [Fact]
    public async Task While_Teams_is_away_the_result_waits()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = await bot.As(People.Admin).Says("assess");
        bot.Channel.Fails(503, method: "PUT");
        while ((await FindAsync(bot)) is null) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        await bot.Channel.UntilAsync(channel => channel.Calls.Any(call => call.Status == 503 && call.Activity.ToJsonString().Contains(Result, StringComparison.Ordinal)));

        bot.Channel.Recovers();
        await bot.SettleAsync();

        await SeesResultAsync(bot, alex, "Something stands in the way");
    }

    [Fact]
    public async Task After_a_crash_another_bot_makes_the_assessment()
    {
        await using var bot = await BotHost.StartAsync();
        bot.Graph.Fault(new SandboxFault("/users", Hang: true));
        var alex = await bot.As(People.Admin).Says("assess");
        await bot.Channel.UntilAsync(channel => channel.Updated.Count > 0);
        await bot.CrashAsync();
        bot.Graph.ClearFaults();

        // The lease of the one that is no more has to run out.
        await bot.PassAsync(TimeSpan.FromMinutes(14));

        await SeesResultAsync(bot, alex, "Something stands in the way");
        Assert.Single(bot.Channel.Sent);
    }

    [Fact]
    public async Task Who_is_no_administrator_is_told_so_and_nothing_is_read()
    {
        await using var bot = await BotHost.StartAsync();

        foreach (var person in (Person[])[People.Member, People.Specialist, People.Partner])
        {
            await bot.As(person).Says("assess").Sees("it is for administrators", "Access:Admins");
            await bot.As(person).Says("questions").Sees("it is for administrators");
        }

        await bot.As(People.Member).InChinese().Says("评估").Sees("仅供管理员使用");
        Assert.Empty(bot.Graph.Requests);
    }

    [Fact]
    public async Task In_a_group_nobody_sees_the_tenant()
    {
        await using var bot = await BotHost.StartAsync();

        await bot.As(People.Admin, Place.Group).Says("assess").Sees("Ask me again in our personal chat");
        await bot.As(People.Admin, Place.Thread).Says("questions").Sees("Ask me again in our personal chat");

        Assert.Empty(bot.Graph.Requests);
    }

    [Fact]
    public async Task A_forged_press_opens_nothing()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = bot.As(People.Admin);
        await alex.Forges("assessment.show", new JsonObject { ["from"] = 0 }).Sees("I find no such assessment");
        await alex.AssessesAsync(bot);

        foreach (var verb in (string[])["assessment.show", "questions.save"])
        {
            await bot.As(People.Member).Forges(verb, new JsonObject { ["from"] = 0, ["state-firewall"] = "ToDo" }).Sees("I find no such assessment").SeesNot("contoso");
            await bot.As(People.Admin, Place.Group).Forges(verb, new JsonObject { ["from"] = 0 }).Sees("I find no such assessment");
        }

        foreach (var from in (string[])["-1", "999", "x", "99999999999999"])
            await alex.Forges("assessment.show", new JsonObject { ["from"] = from }).Sees("Assessment of your tenant");
        await alex.Forges("questions.save", new JsonObject { ["from"] = "999", ["state-firewall"] = "7", ["state-vpn"] = "Nonsense", ["state-made-up"] = "ToDo" }).Sees("0 of 12 are answered");
    }

    [Fact]
    public async Task Answers_are_kept_and_what_is_to_be_done_becomes_a_finding()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = await bot.As(People.Admin).AssessesAsync(bot);

        await alex.Says("questions").Sees("0 of 12 are answered", "Firewall")
            .Presses("Save", ("state-firewall", "ToDo"), ("asked-firewall", "Lynne [Robbins](https://x.example)"), ("state-vpn", "Fine")).Sees("2 of 12 are answered", "Answered by Alex Wilber")
            .SeesFilledIn("state-firewall", "ToDo").SeesFilledIn("state-bandwidth", "Open");

        Assert.Contains((await StoredAsync(bot)).Findings, finding => finding is { Id: "answer:firewall", Severity: Severity.Warning });
        await alex.Says("questions").Presses("Save", ("state-firewall", "Fine")).Sees("2 of 12 are answered");
        Assert.DoesNotContain((await StoredAsync(bot)).Findings, finding => finding.CheckId == "answers");
        await alex.AssessesAsync(bot);
        Assert.Contains("Questions (10)", alex.Card.Buttons);
        await alex.Says("status").Sees("only people can answer: 10");
    }

    [Fact]
    public async Task Whoever_leads_the_engagement_is_asked_and_sees_no_findings()
    {
        await using var bot = await BotHost.StartAsync();
        var megan = await LeadsAsync(bot, People.Member);
        await bot.As(People.Admin).AssessesAsync(bot);

        await megan.Says("status").Sees("only people can answer: 12").Says("questions").Sees("0 of 12 are answered").SeesFilledIn("asked-firewall", "Megan Bowen")
            .Presses("Save", ("state-bandwidth", "ToDo")).Sees("1 of 12 are answered");
        await megan.Forges("assessment.show", new JsonObject { ["from"] = 0 }).Sees("I find no such assessment");
        await megan.Says("assess").Sees("it is for administrators");
        Assert.Contains((await StoredAsync(bot)).Findings, finding => finding.Id == "answer:bandwidth" && finding.Facts.Single() == "Megan Bowen");
    }

    [Fact]
    public async Task Asking_again_meanwhile_makes_no_second_assessment()
    {
        await using var bot = await BotHost.StartAsync();
        bot.Graph.Fault(new SandboxFault("/subscribedSkus", Hang: true));
        var alex = await bot.As(People.Admin).Says("assess").Says("assess").Sees("I am at it.");
        bot.Graph.ClearFaults();
        await bot.SettleAsync();

        await bot.Channel.UntilAsync(channel => channel.Updated.Any(call => call.Activity.ToJsonString().Contains(Result, StringComparison.Ordinal)));
        Assert.Null((await StoredAsync(bot)).Change);
        Assert.Single(bot.Graph.Requests, request => request.Path == "/organization");
        Assert.DoesNotContain("checks are done", string.Join('\n', bot.Channel.MessagesIn(alex.Place.Id).Select(message => message.Activity.ToJsonString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_while_it_is_under_way_for_another_sees_the_result_in_their_place()
    {
        await using var bot = await RequestTalk.StartAsync();
        bot.Graph.Fault(new SandboxFault("/subscribedSkus", Hang: true));
        await bot.As(People.Admin).Says("assess");
        var lidia = await bot.As(RequestTalk.Other).Says("assess").Sees("0 of 17 checks are done");
        bot.Graph.ClearFaults();
        await bot.SettleAsync();

        await SeesResultAsync(bot, lidia, "by Lidia Holloway");
        Assert.Single(bot.Graph.Requests, request => request.Path == "/organization");
    }

    [Fact]
    public async Task A_run_that_never_comes_to_its_end_is_given_up_and_can_be_asked_for_anew()
    {
        await using var bot = await BotHost.StartAsync();
        bot.Graph.Fault(new SandboxFault("/users", Hang: true));
        var alex = await bot.As(People.Admin).Says("assess");
        var store = bot.Services.GetRequiredService<IStore>();
        DocumentSession documents = new(store);

        var result = await bot.Services.GetServices<WorkKind>().OfType<AssessmentWork>().Single().DoAsync(
            new WorkClaim("assessment", SandboxPeople.TenantId, Guid.NewGuid(), AssessmentWork.MostAttempts + 1, bot.Clock.GetUtcNow()), documents, TestContext.Current.CancellationToken);

        Assert.Equal(WorkOutcome.GivenUp, result.Outcome);
        Assert.Contains("I did not come to the end.", alex.Card.Text, StringComparison.Ordinal);
        Assert.Single(documents.Writes);
    }

    [Fact]
    public async Task In_Chinese()
    {
        await using var bot = await BotHost.StartAsync();
        bot.Graph.SetData("admin/serviceAnnouncement/issues", "[]");
        var alex = await bot.As(People.Admin).InChinese().Says("评估").Sees("已完成 0 项检查，共 17 项");
        await bot.Channel.UntilAsync(_ => alex.Card.Text.Contains(ResultInChinese, StringComparison.Ordinal));

        Assert.Contains("目录同步已停滞", alex.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[a-z]{3,} [a-z]{3,} [a-z]{3,} [a-z]{3,}", alex.Card.Text.Replace("Read.All", "", StringComparison.Ordinal));
        await alex.Says("评估问题").Sees("只有人能回答的问题", "防火墙", "谁知道？");
    }

    [Fact]
    public async Task However_much_is_found_the_card_stays_below_what_Teams_takes()
    {
        await using var bot = await BotHost.StartAsync();
        var issues = Enumerable.Range(1, 40).Select(number => $$"""
            {"id":"EX{{number:000}}","title":"{{new string('x', 1500)}} *bold* [link](https://x.example)","service":"Exchange Online","classification":"incident","isResolved":false}
            """);
        bot.Graph.SetData("admin/serviceAnnouncement/issues", $"[{string.Join(',', issues)}]");
        var alex = await bot.As(People.Admin).AssessesAsync(bot);

        var pages = 1;
        while (alex.Card.Buttons.FirstOrDefault(button => button.StartsWith("Show more", StringComparison.Ordinal)) is { } more)
        {
            await alex.Presses(more);
            Assert.InRange(alex.Answer.Body.Length, 1, 28_000);
            pages++;
        }

        Assert.InRange(pages, 6, 40);
        Assert.Equal(59, (await StoredAsync(bot)).Findings.Count);
    }

    /// <summary>Somebody who is no admin of the settings, and leads an engagement all the same.</summary>
    private static async Task<Chat> LeadsAsync(BotHost bot, Person person)
    {
        var store = bot.Services.GetRequiredService<IStore>();
        DocumentSession documents = new(store);
        var owner = new FastTrackBot.FastTrack.Person(person.ObjectId, person.Name);
        documents.Save(EngagementDocument.Kind, SandboxPeople.TenantId, "e1", new Engagement(
            "e1", "Contoso", "contoso.example", Phase.Validation, ["teams"], owner, "r1", "FT-1", bot.Clock.GetUtcNow(), []));
        await store.CommitAsync(documents.ToCommit(), TestContext.Current.CancellationToken);
        return bot.As(person);
    }

    private static async Task SeesResultAsync(BotHost bot, Chat chat, params string[] texts)
    {
        await bot.Channel.UntilAsync(_ => chat.Card.Text.Contains(Result, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.Contains(text, chat.Card.Text, StringComparison.Ordinal));
    }

    private static async Task<TenantAssessment> StoredAsync(BotHost bot) => await FindAsync(bot) ?? throw new Xunit.Sdk.XunitException("There is no assessment.");

    private static async Task<TenantAssessment?> FindAsync(BotHost bot) => await new DocumentSession(bot.Services.GetRequiredService<IStore>())
        .ReadAsync(TenantAssessmentDocument.Kind, SandboxPeople.TenantId, TenantAssessmentDocument.Id, TestContext.Current.CancellationToken);
}
