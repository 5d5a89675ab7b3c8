using FastTrackBot.FastTrack;
using Microsoft.Extensions.DependencyInjection;
using static FastTrackBot.Tests.Bot.ReminderTalk;
using static FastTrackBot.Tests.Bot.RequestTalk;

namespace FastTrackBot.Tests.Bot;

/// <summary>What people are told in the morning, and what they do about it.</summary>
public sealed class ReminderScripts
{
    [Fact]
    public async Task What_is_due_comes_in_the_morning_and_can_be_noted_snoozed_and_handed_over()
    {
        await using var bot = await RemindingAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        await alex.Says("team").Presses("Add", ("who", People.Member.ObjectId), ("role", "ProjectTeam"));
        await bot.As(People.Member).Says("help");

        await bot.UntilMorningAsync("to see to");
        Assert.Contains("to see to", alex.Card.Text, StringComparison.Ordinal);
        var rows = alex.Card.Rows;
        await alex.Opens(rows[0]).SeesCardWith("Got it", "Snooze", "Hand over", "No more about Contoso").Presses("Snooze", ("days", "3")).Sees("I tell you again on");
        Assert.DoesNotContain(rows[0], alex.Card.Rows);

        await bot.UntilMorningAsync("to see to");
        var next = alex.Card.Rows[0];
        await alex.Opens(next).Presses("Hand over", ("person", People.Member.ObjectId)).Sees("Megan Bowen sees to it from now on.");
        await alex.Says("history").Sees("Megan Bowen");
        await bot.SettleAsync();

        await bot.UntilMorningAsync("to see to");
        Assert.Contains("to see to", bot.As(People.Member).Card.Text, StringComparison.Ordinal);
        await alex.Presses("Got it").Sees("Noted.", "Nothing is left to see to");
    }

    [Fact]
    public async Task Nobody_sees_or_changes_the_reminders_of_somebody_else()
    {
        await using var bot = await RemindingAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        await bot.UntilMorningAsync("to see to");

        await bot.As(Other).PressesOn(alex.Card, "Got it").Sees("This reminder is not yours");
        await bot.As(Other).Forges("reminder.open", new System.Text.Json.Nodes.JsonObject { ["item"] = alex.Card.Rows[0] }).Sees("This reminder is not yours");
        await bot.As(Other).Forges("reminder.handover", new System.Text.Json.Nodes.JsonObject { ["item"] = alex.Card.Rows[0], ["person"] = Other.ObjectId }).Sees("This reminder is not yours");
    }

    [Fact]
    public async Task Whoever_mutes_an_engagement_or_all_hears_no_more_of_it_until_it_is_unmuted()
    {
        await using var bot = await RemindingAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        await bot.UntilMorningAsync("to see to");
        await alex.Opens(alex.Card.Rows[0]).Presses("No more about Contoso").Sees("You hear no more of this engagement", "Nothing is left");
        var sent = bot.Channel.Sent.Count;

        for (var day = 0; day < 5; day++) await bot.NextDayAsync();

        Assert.Equal(sent, bot.Channel.Sent.Count);
        await alex.Says("reminders").Sees("Contoso", "Europe/Amsterdam").Presses("Save", ("muted", ""), ("morning", "10:30")).Sees("Saved.").SeesFilledIn("morning", "10:30");
        Assert.DoesNotContain("muted", alex.Card.Inputs.Keys);
    }

    [Fact]
    public async Task After_the_app_was_removed_nothing_is_sent()
    {
        await using var bot = await RemindingAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        await alex.Posts(Wire.Installation(alex.Person, alex.Place, "remove"));
        var calls = bot.Channel.Calls.Count;

        for (var day = 0; day < 6; day++) await bot.NextDayAsync();

        Assert.Equal(calls, bot.Channel.Calls.Count);
        var totals = bot.Services.GetRequiredService<FastTrackBot.FastTrack.Reminders.ReminderTotals>();
        Assert.True(totals[FastTrackBot.FastTrack.Reminders.ReminderOutcome.NotInstalled] > 0);
    }

    /// <summary>The first attempt came to nothing, and the second would come when the app is gone.</summary>
    [Fact]
    public async Task A_reminder_that_is_in_hand_when_the_app_is_removed_is_not_sent()
    {
        await using var bot = await RemindingAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        bot.Channel.Fails(503, "ServiceError", conversation: alex.Place.Id);
        var before = bot.Channel.Calls.Count;
        for (var day = 0; day < 14 && bot.Channel.Calls.Count == before; day++)
        {
            bot.Clock.Leap(TimeSpan.FromDays(1));
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Assert.True(bot.Channel.Calls.Count > before, "Nothing was tried.");
        bot.Channel.Recovers();
        await alex.Posts(Wire.Installation(alex.Person, alex.Place, "remove"));
        var calls = bot.Channel.Calls.Count;
        // Past the pause after the attempt that failed.
        bot.Clock.Leap(TimeSpan.FromMinutes(10));
        for (var day = 0; day < 5; day++) await bot.NextDayAsync();

        Assert.Equal(calls, bot.Channel.Calls.Count);
    }

    [Fact]
    public async Task Engagements_from_before_reminders_were_switched_on_are_looked_at_once()
    {
        await using var bot = await RemindingAsync(host => host.Settings["Reminders:Enabled"] = "false");
        await EngagedAsync(bot.As(People.Admin));
        await bot.SettleAsync();
        bot.Settings["Reminders:Enabled"] = "true";
        await bot.RestartAsync();

        await bot.UntilMorningAsync("to see to");
        var store = bot.Services.GetRequiredService<FastTrackBot.Platform.Storage.IStore>();
        Assert.Single(await store.ReadPageAsync("reminders-begun", null, 10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_a_meeting_decided_is_told_and_done()
    {
        await using var bot = await RemindingAsync(host => host.Settings["Reminders:Morning"] = "07:30");
        var alex = await EngagedAsync(bot.As(People.Admin));
        await HeldAsync(bot, alex);

        for (var day = 0; day < 20 && !(alex.HasCard && alex.Card.Text.Contains("Decided: Mail moves first", StringComparison.Ordinal)); day++) await bot.NextDayAsync();
        var row = alex.Card.Rows.Single(item => item.Contains(":Decision:", StringComparison.Ordinal));
        await alex.Opens(row).Sees("Decided: Mail moves first").SeesCardWith("It is done").Presses("It is done").Sees("Noted as done.").SeesNot("Mail moves first");
        await alex.Says("history").Sees("Done, as decided: Mail moves first");
    }

    /// <summary>A checkpoint was held and decided something that is due soon.</summary>
    private static async Task HeldAsync(BotHost bot, Chat alex)
    {
        var store = bot.Services.GetRequiredService<FastTrackBot.Platform.Storage.IStore>();
        var engagement = (await store.ReadPageAsync("engagement", null, 1, TestContext.Current.CancellationToken))[0].As(EngagementDocument.Kind);
        var alexPerson = new FastTrackBot.FastTrack.Person(alex.Person.ObjectId, alex.Person.Name);
        var meeting = new Checkpoint("m1", engagement.Id, CheckpointKind.Checkpoint, new DateTime(2026, 3, 2, 7, 0, 0), "UTC", TimeSpan.FromMinutes(30))
        {
            State = CheckpointState.Held,
            Decisions = [new Decision("Mail moves first", alexPerson, new DateOnly(2026, 3, 5))],
        };
        var documents = new FastTrackBot.Platform.Storage.DocumentSession(store);
        var now = bot.Clock.GetUtcNow();
        engagement = (await documents.ReadAsync(EngagementDocument.Kind, FastTrackBot.Sandbox.SandboxPeople.TenantId, engagement.Id, TestContext.Current.CancellationToken))!;
        CheckpointDocument.Save(
            documents, FastTrackBot.Sandbox.SandboxPeople.TenantId, engagement, [],
            new CheckpointChange([meeting], [new EngagementEvent(EventKind.DecisionMade, alexPerson, now, To: "Mail moves first")]), now);
        await store.CommitAsync(documents.ToCommit(), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Whom_the_bot_cannot_reach_it_tells_in_the_linked_channel()
    {
        await using var bot = await RemindingAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        await alex.Says("remind here").Sees("Write this in the group chat or channel");
        await bot.As(People.Admin, Place.Thread).Says("remind here").Sees("are announced here from now on");
        await alex.Posts(Wire.Installation(alex.Person, alex.Place, "remove"));

        await bot.UntilMorningAsync("For Alex Wilber");

        Assert.Equal(Place.General.Id, bot.Channel.Sent[^1].Conversation);
    }

    [Fact]
    public async Task In_Chinese()
    {
        await using var bot = await RemindingAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        await alex.InChinese().Says("提醒").Sees("提醒我", "免打扰开始");

        await bot.UntilMorningAsync("件事要处理");

        Assert.Contains("到期", alex.Card.Text, StringComparison.Ordinal);
        Assert.Contains("知道了", alex.Card.Buttons);
    }
}
