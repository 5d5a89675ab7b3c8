using System.Text.Json.Nodes;
using static FastTrackBot.Tests.Bot.RequestTalk;

namespace FastTrackBot.Tests.Bot;

/// <summary>The checklist of an engagement, ticked by one and by many.</summary>
public class ChecklistScripts
{
    private static readonly string[] Items =
    [
        "licencesInTenant", "noTrials", "adminSignIn", "tenantAndDomain", "contactKnows", "projectManager", "technicalLead", "goals", "servicesAndDates",
        "teamSpace", "supportPlan", "meetingTimes",
    ];

    /// <summary>On SQLite; a class beside this one runs the same on PostgreSQL.</summary>
    protected virtual Task<BotHost> StartAsync(Action<BotHost>? configure = null) => RequestTalk.StartAsync(configure);

    [Fact]
    public async Task What_is_ticked_is_kept_with_the_name_of_who_did_it_and_can_be_unticked()
    {
        await using var bot = await StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));

        await alex.Presses("Save", ("done-goals", "true"), ("done-noTrials", "true")).Sees("2 of 12 tasks are done", "Done by Alex Wilber");
        await bot.RestartAsync();
        await alex.Says("checklist").Sees("2 of 12 tasks are done").SeesFilledIn("done-goals", "true")
            .Presses("Save", ("done-goals", "false")).Sees("1 of 12 tasks are done").SeesFilledIn("done-goals", "false").SeesFilledIn("done-noTrials", "true");
    }

    [Fact]
    public async Task A_late_task_stands_out()
    {
        await using var bot = await StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        Assert.DoesNotContain("Attention", alex.Card.Json.ToJsonString(), StringComparison.Ordinal);

        await bot.PassAsync(TimeSpan.FromDays(4));

        await alex.Presses("Refresh").Sees("Late: due ");
        Assert.Contains("Attention", alex.Card.Json.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_card_changes_only_what_was_changed_on_it()
    {
        await using var bot = await StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        var lidia = await bot.As(Other).Says("status");
        var (mine, hers) = (alex.Card, lidia.Card);

        await alex.PressesOn(mine, "Save", ("done-goals", "true"));
        await lidia.PressesOn(hers, "Save", ("done-noTrials", "true")).Sees("2 of 12 tasks are done").SeesFilledIn("done-goals", "true");
        await alex.PressesOn(mine, "Save", ("done-goals", "true")).Sees("2 of 12", "Done by Lidia Holloway", "Done by Alex Wilber");
    }

    [Fact]
    public async Task A_press_that_is_delivered_twice_counts_once()
    {
        await using var bot = await StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        var press = Wire.Execute(alex.Person, alex.Place, "checklist.save", Data(alex.Card, "Save", ("done-goals", "true")), alex.Card.MessageId);
        await alex.Posts(press).Sees("1 of 12");
        var first = alex.Answer;
        await alex.Presses("Save", ("done-goals", "false")).Sees("0 of 12");

        await alex.Posts(press);

        Assert.Equal(first, alex.Answer);
        await alex.Says("status").Sees("0 of 12");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fifty_who_tick_at_the_same_moment_lose_no_tick(bool inOneGroup)
    {
        var people = Enumerable.Range(0, 50).Select(i => new Person($"5a2d7c1e-0000-4000-8000-0000000010{i:00}", $"29:1-crowd{i:00}", $"Person {i:00}")).ToList();
        await using var bot = await StartAsync(host =>
        {
            foreach (var (person, index) in people.Select((person, index) => (person, index)))
                host.Settings[$"Access:Specialists:{index + 1}"] = person.ObjectId;
        });
        var alex = await EngagedAsync(bot.As(People.Admin));
        var engagement = alex.Card.Button("Refresh")["data"]!["engagement"]!.GetValue<string>();

        var answers = await Task.WhenAll(people.Select((person, index) => bot.PostAsync(Wire.Execute(
            person, inOneGroup ? Place.Group : Place.PersonalChatOf(person), "checklist.save",
            new JsonObject { ["engagement"] = engagement, ["shown"] = "", [$"done-{Items[index % Items.Length]}"] = "true" }))));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.All(answers, answer => Assert.Equal("application/vnd.microsoft.card.adaptive", answer.Json["type"]!.GetValue<string>()));
        await alex.Presses("Refresh").Sees("12 of 12 tasks are done");
    }

    [Theory]
    [InlineData("checklist.save")]
    [InlineData("checklist.refresh")]
    public async Task A_forged_press_with_an_engagement_that_is_not_ones_own_opens_nothing(string verb)
    {
        await using var bot = await StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        var data = Data(alex.Card, "Save", ("done-goals", "true"));

        foreach (var person in (Person[])[People.Member, People.Partner])
            await bot.As(person).Forges(verb, data.DeepClone()).Sees("I find no such engagement").SeesNot("Contoso");
        await alex.Forges(verb, new JsonObject { ["engagement"] = "no-such" }).Sees("I find no such engagement");
        await alex.Forges(verb, data: null).Sees("I find no such engagement");
        await alex.Says("status").Sees("0 of 12");
    }

    [Fact]
    public async Task A_forged_press_from_another_tenant_opens_nothing()
    {
        const string Fabrikam = "99999999-93b4-4f08-8e61-c0a7050f7a57";
        await using var bot = await StartAsync(host => host.Settings["Bot:AllowedTenants:0"] = Fabrikam);
        var alex = await EngagedAsync(bot.As(People.Admin));
        var press = Wire.Execute(alex.Person, alex.Place, "checklist.save", Data(alex.Card, "Save", ("done-goals", "true")));
        press["channelData"]!["tenant"]!["id"] = Fabrikam;
        press["conversation"]!["tenantId"] = Fabrikam;

        await alex.Posts(press).Sees("I find no such engagement");
        await alex.Says("status").Sees("0 of 12");
    }

    [Fact]
    public async Task An_item_that_does_not_exist_is_not_invented()
    {
        await using var bot = await StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));

        await alex.Forges("checklist.save", Data(alex.Card, "Save", ("done-world-peace", "true"), ("shown", "goals,world-peace"))).Sees("0 of 12");
    }

    [Fact]
    public async Task Status_shows_everyone_what_they_may_see()
    {
        await using var bot = await StartAsync();
        foreach (var person in (Person[])[People.Admin, Other, People.Specialist, People.Member, People.Partner])
            await bot.As(person).Says("status").Sees("There is no request and no engagement that you take part in.");

        await PreparedAsync(bot.As(People.Admin));
        await bot.As(Other).Says("where are we").Sees("Ready to be filed", "prepared by Alex Wilber");
        await bot.As(People.Specialist).Says("status").SeesNot("Contoso");

        await bot.As(People.Admin).Says("filed").Says("2026-03-02; FT-1");
        foreach (var person in (Person[])[People.Admin, Other, People.Specialist])
            await bot.As(person).InChinese().Says("状态").Sees("Contoso", "验证阶段", "已完成 0 项任务，共 12 项");
        foreach (var person in (Person[])[People.Member, People.Partner])
            await bot.As(person).Says("status").Sees("There is no request").SeesNot("Contoso");
    }
}
