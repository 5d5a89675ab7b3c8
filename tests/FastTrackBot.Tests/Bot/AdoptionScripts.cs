using System.Text.Json.Nodes;
using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Adoption;
using FastTrackBot.FastTrack.Adoption.Tips;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using static FastTrackBot.Tests.Bot.RequestTalk;

namespace FastTrackBot.Tests.Bot;

/// <summary>How a project team is led through adoption.</summary>
public sealed class AdoptionScripts
{
    [Fact]
    public async Task Adoption_begins_is_ticked_given_out_and_led_on()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin), "teams, oneDrive");
        await alex.Says("team").Presses("Add", ("who", People.Member.ObjectId), ("role", "ProjectTeam"));
        var megan = await bot.As(People.Member).Says("adoption").Sees("Adoption has not begun", "Alex Wilber");

        await alex.Says("adoption").Sees("Prepare, stage 1 of 5", "For the whole organisation", "Microsoft Teams", "0 of 6 done", "OneDrive");
        await alex.Presses("Save the goals", ("goals", "No *attachments* by summer")).Sees("The goals are saved.", "No \\*attachments\\* by summer");
        await alex.Opens("teams").Sees("Microsoft Teams", "Stakeholders", "Scenarios", "Awareness", "Training", "0 of 6 tasks are done");
        await alex.Opens("firstProject-teams").Sees("Move one running project into a team", "Stage Launch").Presses("Save", ("owner", People.Member.ObjectId), ("due", "2026-04-01")).Sees("Megan Bowen", "Due 1 Apr");
        await alex.Opens("firstProject-teams").Presses("Save", ("due", "someday")).Sees("This is no date");

        await megan.Says("adoption").SeesCardWithout("Go on to Launch", "Save the goals");
        await megan.Opens("teams").Presses("Save", ("done-helper-teams", "true")).Sees("1 of 6 tasks are done", "Done by Megan Bowen").Presses("Back").Sees("1 of 6 done");
        await megan.Opens("teams").Opens("firstProject-teams").SeesCardWithout("Save").Sees("Seen to by Megan Bowen");

        await alex.Says("adoption").Presses("Go on to Launch").Sees("Adoption is in the stage Launch now.", "Launch, stage 2 of 5");
        await alex.Says("history").Sees("Adoption: from Prepare to Launch", "Microsoft Teams: name somebody who helps others", "Goals of adoption", "Move one running project into a team");
        await bot.RestartAsync();
        await alex.Says("adoption").Sees("Launch, stage 2 of 5", "1 of 6 done");
        await alex.Presses("Back to Prepare").Sees("Prepare, stage 1 of 5");
    }

    [Fact]
    public async Task Whoever_may_not_lead_cannot_and_an_old_card_leads_nowhere()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin), "teams");
        await alex.Says("team").Presses("Add", ("who", People.Member.ObjectId), ("role", "ProjectTeam"));
        await alex.Says("adoption");
        var old = alex.Card;

        await bot.As(People.Member).PressesOn(old, "Go on to Launch").Sees("Nothing was changed");
        await bot.As(People.Partner).PressesOn(old, "Refresh").SeesNot("Prepare");
        await alex.Presses("Go on to Launch").PressesOn(old, "Go on to Launch").Sees("Adoption has moved on since this card was made", "Launch, stage 2 of 5");
        await alex.Forges("adoption.task", new JsonObject { ["engagement"] = old.Button("Refresh")["data"]!["engagement"]!.DeepClone(), ["item"] = "nonsense" }).Sees("There is no such task");
        await bot.As(People.Admin, Place.Group).Says("adoption").Sees("Launch, stage 2 of 5").SeesCardWithout("Go on to Drive use");
    }

    [Fact]
    public async Task In_Chinese()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin), "teams");

        await alex.InChinese().Says("采用").Sees("准备，第 1 阶段（共 5 个）", "面向整个组织").Opens("teams").Sees("相关人员", "场景", "宣传", "培训");
    }

    [Fact]
    public async Task Figures_are_read_by_themselves_every_week_and_milestones_go_into_the_history()
    {
        await using var bot = await AdoptingAsync();
        var alex = await EngagedAsync(bot.As(People.Admin), "teams, oneDrive, intune");
        await alex.Says("adoption");

        await FiguresAsync(alex, "65 of 196 · 33 %");
        alex.Sees("Report of 27 Feb", "Any of the services", "86 of 196 · 43 %", "39 of 196", "The tenant conceals names", "Not measured by these reports: Microsoft Intune", "Microsoft Teams: 10 %", "Reached 27 Feb", "86 of 100");
        var card = alex.Card.Json.ToJsonString();
        Assert.Contains("\"type\":\"Chart.Line\"", card, StringComparison.Ordinal);
        Assert.Contains("\"type\":\"Chart.HorizontalBar\"", card, StringComparison.Ordinal);
        Assert.Contains("\"targetWidth\":\"atLeast:standard\"", card, StringComparison.Ordinal);
        await alex.Presses("Adoption").Sees("33 % use it");
        await alex.Says("history").Sees("Milestone of use, Microsoft Teams: 10 %", "FastTrackBot");

        bot.Graph.SetReportDay(Friday.AddDays(7));
        await bot.PassAsync(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        await ReadAsync(bot, times: 2);
        await FiguresAsync(alex, "72 of 196 · 36 % · +7");
        alex.Sees("42 of 196 · 21 % · +3", "Report of 6 Mar");
        Assert.Equal(2, Readings(bot));
        await alex.InChinese().Says("使用情况").Sees("活跃使用", "72/196 · 36% · +7");
    }

    [Fact]
    public async Task Names_shown_or_concealed_the_figures_are_the_same_and_nobody_is_named()
    {
        await using var bot = await AdoptingAsync();
        bot.Graph.SetData("admin/reportSettings", """[{ "displayConcealedNames": false }]""");
        var alex = await EngagedAsync(bot.As(People.Admin), "teams");
        await alex.Says("adoption");

        await FiguresAsync(alex, "65 of 196 · 33 %");

        alex.SeesNot("conceals names");
        Assert.DoesNotContain(bot.Graph.Requests, request => request.Path.Contains("Detail", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_permission_it_says_so_and_figures_come_when_it_is_granted()
    {
        await using var bot = await AdoptingAsync();
        bot.Graph.Fault(new SandboxFault("/reports", Status: 403));
        var alex = await EngagedAsync(bot.As(People.Admin), "teams");
        await alex.Says("adoption");
        await FiguresAsync(alex, "An administrator can grant Reports.Read.All");

        bot.Graph.ClearFaults();
        // Six, and what is added so that not all come back together.
        await bot.PassAsync(TimeSpan.FromHours(8));

        await FiguresAsync(alex, "65 of 196 · 33 %");
        alex.SeesNot("Reports.Read.All");
    }

    [Fact]
    public async Task A_report_without_figures_says_so_and_is_looked_at_the_next_day()
    {
        await using var bot = await AdoptingAsync();
        bot.Graph.SetReport("getOffice365ServicesUserCounts", "Report Refresh Date,Exchange Active\r\n");
        var alex = await EngagedAsync(bot.As(People.Admin), "teams");
        await alex.Says("adoption");

        await FiguresAsync(alex, "The reports have no figures yet");
    }

    [Fact]
    public async Task Tips_say_why_they_come_and_none_comes_twice()
    {
        await using var bot = await AdoptingAsync();
        var alex = await EngagedAsync(bot.As(People.Admin), "teams");
        await alex.Says("adoption");
        await FiguresAsync(alex, "65 of 196 · 33 %");
        await alex.Says("adoption").Presses("Go on to Launch").Presses("Go on to Drive use");

        await alex.Says("tip").Sees("A tip for adoption", "Why it works", "Adoption is in the stage Drive use.", "33 % of those who have a licence use it, which is below", "Source: FastTrackBot's own default, 2026");
        await alex.Presses("👍 Helpful").Sees("Thank you");
        await alex.Presses("We do this").Sees("Taken up by Alex Wilber").SeesCardWithout("We do this");
        var engagement = EngagementOf(alex);
        HashSet<string> seen = [];
        await alex.Presses("Another tip");
        while (!alex.Screen.Contains("Every tip that fits", StringComparison.Ordinal))
        {
            Assert.True(seen.Add(alex.Card.Text), alex.Screen);
            await alex.Says("tip");
        }

        Assert.True(seen.Count > 3, $"{seen.Count}");
        await alex.Forges("tip.take", new JsonObject { ["engagement"] = engagement, ["tip"] = "engageCampaign" }).Sees("This tip was not given in this engagement");
        await alex.InChinese().Says("技巧").Sees("适合当前情况的技巧都已给过");
    }

    [Fact]
    public async Task A_channel_gets_a_tip_a_week_in_the_morning_where_its_people_are_until_it_wants_no_more()
    {
        await using var bot = await AdoptingAsync();
        var alex = await EngagedAsync(bot.As(People.Admin), "teams");
        await alex.Says("tips here").Sees("Write this in the group chat or channel");
        var channel = await bot.As(People.Admin, Place.Thread).Says("tips here").Sees("A tip comes here every week", "Tuesday", "09:00 (Europe/Tallinn)");
        Assert.Empty(TipsIn(bot));

        await bot.PassAsync(TimeSpan.FromHours(22));
        Assert.Empty(TipsIn(bot));
        await bot.PassAsync(TimeSpan.FromMinutes(61));
        await bot.Channel.UntilAsync(_ => TipsIn(bot).Count == 1);
        await bot.PassAsync(TimeSpan.FromDays(7));
        await bot.Channel.UntilAsync(_ => TipsIn(bot).Count == 2);

        var tips = TipsIn(bot);
        Assert.All(tips, tip => Assert.Equal(Place.General.Id, tip.Conversation));
        Assert.NotEqual(tips[0].Activity["attachments"]![0]!.ToJsonString(), tips[1].Activity["attachments"]![0]!.ToJsonString());
        await channel.Says("no tips here").Sees("No more tips come here.");
        await channel.Says("no tips here").Sees("No tips come here.");
        await alex.Says("history").Sees("Tips of the week come to", "No more tips of the week in");
        await bot.PassAsync(TimeSpan.FromDays(8));
        Assert.Equal(2, TipsIn(bot).Count);
    }

    [Fact]
    public async Task Where_the_bot_is_no_more_no_tip_is_sent_again()
    {
        await using var bot = await AdoptingAsync();
        await EngagedAsync(bot.As(People.Admin), "teams");
        await bot.As(People.Admin, Place.Thread).Says("tips here");
        bot.Channel.Fails(403, "BotNotInConversationRoster", method: "POST", conversation: Place.General.Id);

        await bot.PassAsync(TimeSpan.FromHours(24));
        await bot.Channel.UntilAsync(channel => channel.Calls.Any(call => call is { Status: 403 } && call.Conversation == Place.General.Id));
        await ForgottenAsync(bot);
        bot.Channel.Recovers();
        await bot.PassAsync(TimeSpan.FromDays(15));

        Assert.Empty(TipsIn(bot));
    }

    [Fact]
    public async Task A_partners_customer_has_adoption_and_no_figures_as_its_tenant_cannot_be_read()
    {
        await using var bot = await AdoptingAsync();
        var isaiah = await bot.As(People.Partner).Says("request").Says("Go on without").Says("A customer of ours").Says("Litware").Says("Litware; litware.example; 9999999")
            .Presses("Next").Says("Ana Lee; ana@litware.example").Says("teams").Says("2; 1; 2026-09-01; Maria Soto").Says("1").Says("English").Says("Estonia; Tallinn")
            .Says("1").Says("yes").Presses("I have filed it").Says("2026-03-02; FT-9").Sees("The engagement has begun");

        await isaiah.Says("adoption").Sees("Prepare, stage 1 of 5", "0 of 6 done");
        await isaiah.Says("use").Sees("a tenant of its own");
        await isaiah.Says("tip").Sees("Why you get it now");
        await bot.SettleAsync();

        Assert.Equal(0, Readings(bot));
    }

    [Fact]
    public async Task Who_is_forgotten_ticked_as_somebody()
    {
        await using var bot = await AdoptingAsync();
        var alex = await EngagedAsync(bot.As(People.Admin), "teams");
        await alex.Says("team").Presses("Add", ("who", People.Member.ObjectId), ("role", "ProjectTeam"));
        await alex.Says("adoption").Opens("teams").Opens("firstProject-teams").Presses("Save", ("owner", People.Member.ObjectId));
        var megan = await bot.As(People.Member).Says("adoption").Opens("teams").Presses("Save", ("done-helper-teams", "true"));
        await megan.Says("tip").Presses("We do this").Sees("Taken up by Megan Bowen");

        var somebody = new FastTrackBot.FastTrack.Person(Erasure.SomebodyId, "Somebody");
        await new AdoptionData().EraseAsync(
            new Erasure(bot.Services.GetRequiredService<IStore>(), SandboxPeople.TenantId, People.Member.ObjectId, somebody), TestContext.Current.CancellationToken);

        // Tasks hang on who takes part; who ticked is of no consequence.
        await alex.Says("adoption").Opens("teams").Sees("Done by Somebody", "Megan Bowen");
        await alex.Says("adoption").Presses("Success review").Sees("What helped");
    }

    [Fact]
    public async Task The_success_review_tells_then_and_now_and_is_a_page_of_its_own()
    {
        await using var bot = await AdoptingAsync();
        var alex = await EngagedAsync(bot.As(People.Admin), "teams");
        await alex.Says("adoption").Presses("Save the goals", ("goals", "Fewer <b>mails</b>"));
        await FiguresAsync(alex, "65 of 196");
        await alex.Says("tip").Presses("We do this");
        bot.Graph.SetReportDay(Friday.AddDays(28));
        await bot.PassAsync(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        await ReadAsync(bot, times: 2);
        await FiguresAsync(alex, "Report of 27 Mar");

        await alex.Says("adoption").Presses("Success review")
            .Sees("Stage Prepare; adoption began on 2 Mar", "Fewer", "Use on 27 Feb, and on 27 Mar", "Microsoft Teams: 65 people then, 92 now \\(46 %\\)", "27 Feb: Microsoft Teams: 10 %", "27 Mar: Any of the services: 100 people", "What helped", "What is next", "Lead adoption into the stage Launch");

        await alex.Presses("As a file");
        var offer = bot.Channel.Sent[^1];
        Assert.Contains("Success review Contoso 2026-03-09.html", offer.Activity.ToJsonString(), StringComparison.Ordinal);
        await alex.Posts(FileScripts.Accept(alex, offer, "https://contoso-my.sharepoint.com/personal/alex/uploadSession?guid=1"));
        await bot.Channel.UntilAsync(channel => channel.Uploads.Count > 0);
        var page = System.Text.Encoding.UTF8.GetString(bot.Channel.Uploads.Values.Single());
        Assert.Contains("<li>Fewer &lt;b&gt;mails&lt;/b&gt;</li>", page, StringComparison.Ordinal);
        Assert.Contains("Microsoft Teams: 65 people then, 92 now (46 %)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_due_in_adoption_comes_in_the_morning_with_all_else()
    {
        await using var bot = await ReminderTalk.RemindingAsync();
        var alex = await EngagedAsync(bot.As(People.Admin), "teams");
        await alex.Says("adoption");

        for (var day = 0; day < 14 && !EverythingSaid(bot).Contains("Win a sponsor among the leaders", StringComparison.Ordinal); day++) await bot.NextDayAsync();

        Assert.Contains("Win a sponsor among the leaders", EverythingSaid(bot), StringComparison.Ordinal);
    }

    private static readonly DateOnly Friday = new(2026, 2, 27);

    private static async Task<BotHost> AdoptingAsync()
    {
        var bot = await RequestTalk.StartAsync();
        bot.Graph.SetReportDay(Friday);
        return bot;
    }

    /// <summary>Asks for the figures until they have been read.</summary>
    private static async Task FiguresAsync(Chat chat, string words)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        await chat.Says("use");
        while (!chat.Screen.Contains(words, StringComparison.Ordinal))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(deadline) < TimeSpan.FromSeconds(30), chat.Screen);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
            await chat.Presses("Refresh");
        }
    }

    /// <summary>Without anyone having asked.</summary>
    private static async Task ReadAsync(BotHost bot, int times)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (Readings(bot) < times)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(deadline) < TimeSpan.FromSeconds(30), "The reports were not read again.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The place is kept no more.</summary>
    private static async Task ForgottenAsync(BotHost bot)
    {
        var store = bot.Services.GetRequiredService<IStore>();
        var deadline = TimeProvider.System.GetTimestamp();
        while ((await new DocumentSession(store).ReadAllAsync(TipsDocument.Kind, SandboxPeople.TenantId, TestContext.Current.CancellationToken)).Any(given => given.Place is not null))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(deadline) < TimeSpan.FromSeconds(30), "The place is still kept.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    private static int Readings(BotHost bot) => bot.Graph.Requests.Count(request => request.Path.Contains("getOffice365ServicesUserCounts", StringComparison.Ordinal));

    private static List<ChannelCall> TipsIn(BotHost bot) =>
        [.. bot.Channel.Sent.Where(call => call.Activity["summary"]?.GetValue<string>().StartsWith("Tip of the week for Contoso", StringComparison.Ordinal) == true)];

    private static string EngagementOf(Chat chat) => chat.Card.Button("Adoption")["data"]!["engagement"]!.GetValue<string>();
}
