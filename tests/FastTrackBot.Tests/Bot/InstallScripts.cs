using FastTrackBot.Sandbox;
using static FastTrackBot.Tests.Bot.RequestTalk;

namespace FastTrackBot.Tests.Bot;

/// <summary>Somebody has something due and does not have the app.</summary>
public sealed class InstallScripts
{
    private const string Apps = "TeamsAppInstallation.ReadWriteSelfForUser.All";

    [Fact]
    public async Task The_app_is_installed_once_and_the_reminder_comes()
    {
        await using var bot = await StartAsync();
        await DueAsync(bot);

        await UntilAsync(bot, () => bot.Channel.Sent.Any(IsForMegan));
        Assert.Equal([People.Member.ObjectId], bot.Graph.PeopleWithTheApp);

        // She removes it, and is left alone.
        var chat = new Place($"19:{People.Member.ObjectId}_{SandboxPeople.BotAppId}@unq.gbl.spaces", "personal");
        await bot.As(People.Member, chat).Posts(Wire.Installation(People.Member, chat, "remove"));
        var sent = bot.Channel.Sent.Count(IsForMegan);
        for (var day = 0; day < 6; day++) await bot.NextDayAsync();
        Assert.Equal(sent, bot.Channel.Sent.Count(IsForMegan));
        Assert.Equal(1, Installs(bot));
    }

    [Fact]
    public async Task It_is_installed_for_a_checkpoint_as_well()
    {
        await using var bot = await StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        await alex.Says("team").Presses("Add", ("who", People.Member.ObjectId), ("role", "ProjectTeam"));
        await alex.Says("plan checkpoints").Says("Every week").Says("Tuesday; 10:00; Amsterdam").Says("2026-03-10; 1").Says("no country").Presses("Next").Says("yes").Sees("1 planned");

        for (var day = 0; day < 7; day++) await bot.NextDayAsync();

        Assert.Equal([People.Member.ObjectId], bot.Graph.PeopleWithTheApp);
        Assert.Contains(bot.Channel.Sent, call => IsForMegan(call) && call.Activity["summary"]!.GetValue<string>().Contains("checkpoint", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Where_it_is_not_permitted_the_channel_is_told_as_ever()
    {
        await using var bot = await StartAsync();
        bot.Graph.WithdrawPermission(Apps);
        await bot.As(People.Admin, Place.Thread).Says("help");
        await DueAsync(bot);
        await bot.As(People.Admin, Place.Thread).Says("remind here");

        await bot.UntilMorningAsync("For Megan Bowen");

        Assert.Empty(bot.Graph.PeopleWithTheApp);
        Assert.Contains(bot.Log.Lines, line => line.Text.Contains("NotPermitted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whom_a_policy_of_Teams_keeps_from_it_is_asked_for_once()
    {
        await using var bot = await StartAsync();
        bot.Graph.Fault(new SandboxFault($"/users/{People.Member.ObjectId}/teamwork/installedApps", 403, Method: "POST"));
        await DueAsync(bot);

        for (var day = 0; day < 8; day++) await bot.NextDayAsync();

        Assert.Equal([$"/users/{People.Member.ObjectId}/teamwork/installedApps"], bot.Graph.Requests.Where(IsInstallation).Select(request => request.Path[request.Path.IndexOf("/users", StringComparison.Ordinal)..]));
        Assert.Contains(bot.Log.Lines, line => line.Text.Contains($"The app for {People.Member.ObjectId}: Refused", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_asked_to_be_forgotten_has_nothing_installed()
    {
        await using var bot = await StartAsync();
        await (await bot.As(People.Member).Says("forget me")).Presses("Forget me");
        await DueAsync(bot);

        for (var day = 0; day < 8; day++) await bot.NextDayAsync();

        Assert.Equal(0, Installs(bot));
    }

    [Fact]
    public async Task It_is_off_unless_it_is_switched_on()
    {
        await using var bot = await StartAsync(host => host.Settings["Reminders:InstallForPeople"] = "false");
        await DueAsync(bot);

        for (var day = 0; day < 8; day++) await bot.NextDayAsync();

        Assert.Equal(0, Installs(bot));
    }

    private static Task<BotHost> StartAsync(Action<BotHost>? configure = null) => ReminderTalk.RemindingAsync(bot =>
    {
        bot.Settings["Bot:AppId"] = SandboxPeople.BotAppId;
        bot.Settings["Reminders:InstallForPeople"] = "true";
        configure?.Invoke(bot);
    });

    /// <summary>Megan, who never spoke to the bot, has a task that is due on Wednesday.</summary>
    private static async Task DueAsync(BotHost bot)
    {
        var alex = await EngagedAsync(bot.As(People.Admin));
        await alex.Says("team").Presses("Add", ("who", People.Member.ObjectId), ("role", "ProjectTeam"));
        await alex.Says("checklist").Opens("goals").Presses("Save", ("owner", People.Member.ObjectId), ("due", "2026-03-04"));
    }

    private static async Task UntilAsync(BotHost bot, Func<bool> isSo)
    {
        for (var day = 0; day < 10 && !isSo(); day++) await bot.NextDayAsync();
        Assert.True(isSo());
    }

    private static bool IsForMegan(ChannelCall call) => call.Conversation.Contains(People.Member.ObjectId, StringComparison.Ordinal);

    private static int Installs(BotHost bot) => bot.Graph.Requests.Count(IsInstallation);

    private static bool IsInstallation(SandboxRequest request) =>
        request.Method == "POST" && request.Path.EndsWith("/teamwork/installedApps", StringComparison.Ordinal);
}
