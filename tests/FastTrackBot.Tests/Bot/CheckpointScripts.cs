using System.Text.Json.Nodes;
using FastTrackBot.Sandbox;
using static FastTrackBot.Tests.Bot.RequestTalk;

namespace FastTrackBot.Tests.Bot;

/// <summary>Checkpoints in the whole bot: planned in one dialog, in a calendar at once, and changed on either side.</summary>
public sealed class CheckpointScripts
{
    [Fact]
    public async Task Planned_in_one_dialog_each_is_an_event_with_a_meeting_and_keeps_its_hour()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        await alex.Says("team").Presses("Add", ("who", People.Member.ObjectId), ("role", "ProjectTeam"));

        await alex.Says("plan checkpoints").Sees("How often", "For the phase Validation I suggest: Every two weeks, 30 minutes", "Step 1 of 6");
        await alex.Presses("Next", ("rhythm", "Weekly")).Sees("Working hours are 08:00 to 18:00").SeesFilledIn("zone", "Europe/Tallinn");
        await alex.Presses("Next", ("day", "Monday"), ("time", "17:45"), ("zone", "Amsterdam")).Sees("outside working hours").SeesFilledIn("time", "17:45");
        await alex.Presses("Next", ("time", "10:00"), ("zone", "Amsterdam")).Sees("From when on");
        await alex.Presses("Next", ("from", "2026-03-23"), ("count", "4")).Sees("When is nobody at work?");
        await alex.Presses("Next", ("country", "NL"), ("own", "2026-03-23, soon")).Sees("I cannot read these days");
        await alex.Presses("Next", ("own", "")).Sees("Who is to come?").SeesFilledIn("people", $"{People.Admin.ObjectId},{People.Member.ObjectId}");
        await alex.Presses("Next").Sees("Is this right?", "4 meetings", "23 Mar, 30 Mar, 13 Apr, 20 Apr", "Left out", "6 Apr", "Europe/Amsterdam");
        Assert.Empty(bot.Graph.Events);
        await alex.Presses("Plan and invite").Sees("4 planned", "Next: Mon 23 Mar 10:00–10:30 (Europe/Amsterdam)");

        await UntilAsync(bot, () => bot.Graph.Events.Count == 4);
        // The clocks go forward on 29 March: the same hour there is an earlier one here.
        Assert.Equal(["2026-03-23T09:00", "2026-03-30T08:00", "2026-04-13T08:00", "2026-04-20T08:00"], Starts(bot));
        Assert.All(bot.Graph.Events, one => Assert.Equal("meganb@contoso.example", Assert.Single(one["attendees"]!.AsArray())!["emailAddress"]!["address"]!.GetValue<string>()));
        Assert.All(bot.Graph.Events, one => Assert.Equal("FastTrack checkpoint: Contoso", one["subject"]!.GetValue<string>()));
        await alex.Says("phase").Sees("Next checkpoint: Mon 23 Mar").Presses("Checkpoints").Sees("Next: Mon 23 Mar");
        await OpensAsync(alex, 0).SeesCardWith("Join", "Move or cancel").SeesCardWithout("It was held").Sees("To talk about", "Due");
        await alex.Says("history").Sees("Checkpoints planned: 4, 2026-03-23 10:00 – 2026-04-20 10:00");
    }

    [Fact]
    public async Task Moved_and_cancelled_in_the_bot_the_calendar_follows()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await PlannedAsync(bot);

        await OpensAsync(alex, 0).Presses("Move or cancel").Presses("Move", ("day", "2026-03-01")).Sees("That is in the past");
        await alex.Presses("Move", ("day", "2026-03-04"), ("time", "14:30")).Sees("Moved.", "Wed 4 Mar 14:30–15:00");
        await UntilAsync(bot, () => Starts(bot)[0] == "2026-03-04T13:30");
        await alex.Presses("All checkpoints");
        await OpensAsync(alex, 1).Presses("Move or cancel").Presses("Cancel it").Sees("Say why it is cancelled");
        await alex.Presses("Cancel it", ("why", "Everyone is away")).Sees("Cancelled.");
        await UntilAsync(bot, () => bot.Graph.Events.Count == 2);

        await alex.Says("history").Sees("Checkpoint moved from 2026-03-03 10:00 to 2026-03-04 14:30", "Checkpoint of 2026-03-10 10:00 cancelled", "Everyone is away");
    }

    [Fact]
    public async Task Moved_and_cancelled_in_Outlook_the_bot_follows_and_the_history_says_where()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await PlannedAsync(bot);
        var ids = Events(bot).Select(one => one["id"]!.GetValue<string>()).ToList();

        bot.Graph.MoveEvent(ids[0], new DateTimeOffset(2026, 3, 5, 13, 0, 0, TimeSpan.Zero));
        bot.Graph.CancelEvent(ids[1]);
        await UntilAsync(alex, "checkpoints", "Thu 5 Mar 14:00–14:30", TimeSpan.FromMinutes(16));

        alex.Sees("moved", "cancelled");
        await alex.Says("history").Sees("Checkpoint moved from 2026-03-03 10:00 to 2026-03-05 14:00", "Checkpoint of 2026-03-10 10:00 cancelled", "Outlook");
    }

    [Fact]
    public async Task Planned_anew_people_keep_their_invitations()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await PlannedAsync(bot);
        var ids = Events(bot).Select(one => one["id"]!.GetValue<string>()).ToList();

        await PlanAsync(alex, "Wednesday", count: 2).Sees("2 planned");
        await UntilAsync(bot, () => bot.Graph.Events.Count == 2 && Starts(bot)[0] == "2026-03-04T09:00");

        Assert.Equal(["2026-03-04T09:00", "2026-03-11T09:00"], Starts(bot));
        Assert.Equal(ids.Take(2), Events(bot).Select(one => one["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_was_said_and_decided_stands_in_the_history_and_comes_up_next_time()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await PlannedAsync(bot);
        await alex.Says("team").Presses("Add", ("who", People.Member.ObjectId), ("role", "ProjectTeam"));
        var megan = bot.As(People.Member);
        await bot.PassAsync(new TimeSpan(1, 2, 0, 0));

        await OpensAsync(megan.Says("checkpoints"), 0).SeesCardWith("Minutes and decisions", "It was held").SeesCardWithout("Move or cancel");
        await megan.Presses("Minutes and decisions").Presses("Save").Sees("Write down what was said, or a decision");
        await megan.Presses("Save", ("minutes", "Mail *flow* was tested"), ("decision", "Mail moves first"), ("owner", People.Admin.ObjectId), ("due", "2026-04-01")).Sees("Saved", "Mail moves first (Alex Wilber), until 1 Apr");
        await megan.Presses("Save", ("decision", "Files follow")).Sees("Files follow").SeesFilledIn("minutes", "Mail *flow* was tested");
        await megan.Presses("Back").Sees("held, with minutes");

        await alex.Says("history").Sees("Decided on 2026-03-03 10:00: Mail moves first", "Minutes of the checkpoint", "Checkpoint of 2026-03-03 10:00 held", "Megan Bowen");
        await OpensAsync(alex.Says("checkpoints"), 0).Sees("Decided last time: Mail moves first (Alex Wilber), until 1 Apr");
    }

    [Fact]
    public async Task What_nobody_spoke_of_is_noticed_and_shown()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await PlannedAsync(bot);

        await bot.PassAsync(TimeSpan.FromDays(2) + TimeSpan.FromHours(3));

        await UntilAsync(alex, "phase", "1 checkpoints went by");
        await alex.Says("status").Sees("nobody said that it was held");
        await OpensAsync(alex.Says("checkpoints"), 0).Presses("It was held").Sees("held");
        await alex.Says("phase").SeesNot("went by").Sees("Next checkpoint: Tue 10 Mar");
    }

    [Fact]
    public async Task Who_may_not_plan_is_told_who_may()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await PlannedAsync(bot);
        await alex.Says("team").Presses("Add", ("who", People.Member.ObjectId), ("role", "ProjectTeam"));
        var megan = bot.As(People.Member);
        await alex.Says("checkpoints");

        await megan.Says("plan checkpoints").Sees("That is for the admin or the FastTrack specialist or the partner", "Alex Wilber");
        await OpensAsync(megan.Says("checkpoints").SeesCardWithout("Plan"), 0).SeesCardWithout("Move or cancel");
        foreach (var verb in (string[])["checkpoint.edit", "checkpoint.move", "checkpoint.cancel"])
        {
            await megan.Forges(verb, new JsonObject { ["engagement"] = EngagementOf(alex), ["item"] = "x", ["why"] = "because", ["day"] = "2026-03-09", ["time"] = "10:00" })
                .Sees("That is for the admin");
        }

        await bot.As(Other with { ObjectId = "5a2d7c1e-0000-4000-8000-0000000000a5", ChannelId = "29:1-patti" }).Says("checkpoints").SeesNot("Next:");
        await alex.Forges("checkpoint.capture", new JsonObject { ["engagement"] = EngagementOf(alex), ["item"] = ItemOf(alex, 0), ["minutes"] = "early" }).Sees("It has not begun");
        Assert.Equal(3, bot.Graph.Events.Count);
    }

    [Theory]
    [InlineData("Calendars.ReadWrite", null, "Planned in the bot only: it may not use the mailbox")]
    [InlineData(null, "nobody@contoso.example", "Planned in the bot only: there is no mailbox to invite from")]
    public async Task Without_permission_or_mailbox_it_is_planned_in_the_bot_only_and_says_so(string? permission, string? mailbox, string expected)
    {
        await using var bot = await RequestTalk.StartAsync(host => host.Settings["Checkpoints:Mailbox"] = mailbox);
        if (permission is not null) bot.Graph.WithdrawPermission(permission);
        var alex = await EngagedAsync(bot.As(People.Admin));
        await PlanAsync(alex, "Tuesday", count: 3).Sees("3 planned");

        await UntilAsync(alex, "checkpoints", expected);
        alex.Sees("Tue 3 Mar 10:00");
        await OpensAsync(alex, 0).Sees(expected).SeesCardWithout("Join");

        // With the permission back it is caught up with by itself.
        if (permission is null) return;
        bot.Graph.GrantPermission(permission);
        await bot.PassAsync(TimeSpan.FromHours(1.5));
        await UntilAsync(bot, () => bot.Graph.Events.Count == 3);
        await UntilAsync(alex, "checkpoints", "Next:", not: expected);
    }

    [Fact]
    public async Task Spoken_in_Chinese()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));

        await alex.InChinese().Says("安排检查点会议").Sees("多久开一次会？");
        await alex.Says("每周").Says("星期三；10:00；上海").Says("2026年3月4日；2").Says("中国；顺延").Says("1").Says("是").Sees("已安排 2 次", "3月4日");
        await alex.Says("检查点").Sees("检查点会议");
        await UntilAsync(bot, () => bot.Graph.Events.Count == 2);
        Assert.Equal("2026-03-04T02:00", Starts(bot)[0]);
    }

    /// <summary>Three checkpoints on Tuesdays at ten in Amsterdam, in the calendar.</summary>
    private static async Task<Chat> PlannedAsync(BotHost bot)
    {
        var alex = await EngagedAsync(bot.As(People.Admin));
        await PlanAsync(alex, "Tuesday", count: 3).Sees("3 planned");
        await UntilAsync(bot, () => bot.Graph.Events.Count == 3);
        // Until the bot has noted what is in the calendar.
        await UntilAsync(async () => (await OpensAsync(alex.Says("checkpoints"), 0)).Card.Buttons.Contains("Join"));
        return await alex.Says("checkpoints");
    }

    private static Task<Chat> PlanAsync(Chat chat, string day, int count) =>
        chat.Says("plan checkpoints").Says("Every week").Says($"{day}; 10:00; Amsterdam").Says($"2026-03-03; {count}").Says("no country").Presses("Next").Says("yes");

    private static Task<Chat> OpensAsync(Chat chat, int row) => chat.Opens(ItemOf(chat, row));

    private static async Task<Chat> OpensAsync(Task<Chat> chat, int row) => await OpensAsync(await chat, row);

    private static string ItemOf(Chat chat, int row) => chat.Card.Rows[row];

    private static string EngagementOf(Chat chat) => chat.Card.Row(ItemOf(chat, 0))["data"]!["engagement"]!.GetValue<string>();

    private static IEnumerable<JsonObject> Events(BotHost bot) => bot.Graph.Events.OrderBy(one => one["start"]!["dateTime"]!.GetValue<string>(), StringComparer.Ordinal);

    private static List<string> Starts(BotHost bot) => [.. Events(bot).Select(one => one["start"]!["dateTime"]!.GetValue<string>()[..16])];

    private static Task UntilAsync(BotHost bot, Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()), () => $"{bot.Graph.Events.Count} events, {string.Join(", ", Starts(bot))}");

    /// <param name="pause">How far the clock moves now and then; not at each look, as calls to Graph run on it.</param>
    private static Task UntilAsync(Chat chat, string command, string text, TimeSpan pause = default, string? not = null)
    {
        var looks = 0;
        return UntilAsync(async () =>
        {
            if (pause > TimeSpan.Zero && looks++ % 20 == 0) chat.Bot.Clock.Advance(pause);
            return (await chat.Says(command)).Screen is var screen && screen.Contains(text, StringComparison.Ordinal) && (not is null || !screen.Contains(not, StringComparison.Ordinal));
        }, () => chat.Screen);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo, Func<string>? what = null)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(60), $"It did not come about. {what?.Invoke()}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
