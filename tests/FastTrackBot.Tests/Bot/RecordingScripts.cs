using FastTrackBot.FastTrack;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Sandbox;
using FastTrackBot.Tests.FastTrack.Recording;
using Microsoft.Extensions.DependencyInjection;
using static FastTrackBot.Tests.Bot.RequestTalk;

namespace FastTrackBot.Tests.Bot;

/// <summary>Recording in the whole bot: what is filed and ticked in the chat, and what comes back from Planner.</summary>
public sealed class RecordingScripts
{
    [Fact]
    public async Task What_is_filed_and_ticked_stands_in_SharePoint_and_Planner_at_once_and_a_tick_there_comes_back()
    {
        await using var bot = await RequestTalk.StartAsync(Recorded);
        using var tenant = new RecordedTenant(bot.Graph);
        var alex = await EngagedAsync(bot.As(People.Admin));
        var id = await EngagementAsync(bot);

        // The clock stands still: nobody waits for a next look.
        await UntilAsync(async () => (await tenant.ItemsAsync()).Length == 1);
        Assert.Equal("Contoso", (await tenant.ItemsAsync())[0]["Title"]!.GetValue<string>());
        Assert.Equal(12, (await tenant.TasksAsync(id)).Length);
        await alex.Presses("Save", ("done-goals", "true"));
        await UntilAsync(async () => (await tenant.TaskAsync(id, "goals"))["percentComplete"]!.GetValue<int>() == 100);

        await tenant.TickInPlannerAsync(id, "noTrials", SandboxPeople.ProjectMember);
        await UntilAsync(async () => (await alex.Says("checklist")).Screen.Contains("Done by Megan Bowen", StringComparison.Ordinal), bot.Clock);
        alex.Sees("2 of 12 tasks are done");
    }

    [Fact]
    public async Task With_Graph_away_people_go_on_and_health_says_how_far_behind_it_is_and_why()
    {
        await using var bot = await RequestTalk.StartAsync(Recorded);
        bot.Graph.Fault(new SandboxFault(Status: 503));
        using var tenant = new RecordedTenant(bot.Graph);

        var alex = await EngagedAsync(bot.As(People.Admin));
        await alex.Presses("Save", ("done-goals", "true")).Sees("1 of 12 tasks are done");

        await UntilAsync(async () => (await alex.Says("health")).Screen.Contains("Behind: 1, the oldest since 2026-03-02 08:00:00Z.", StringComparison.Ordinal));
        alex.Sees("Graph answered 503");
        bot.Graph.ClearFaults();
        await UntilAsync(async () => (await alex.Says("health")).Screen.Contains("Up to date.", StringComparison.Ordinal), bot.Clock);
        Assert.Equal(11, (await tenant.ItemsAsync())[0]["OpenItems"]!.GetValue<int>());
    }

    private static void Recorded(BotHost bot)
    {
        bot.Settings["Recording:Enabled"] = "true";
        bot.Settings["Recording:SiteUrl"] = SandboxPlaces.SiteUrl;
        bot.Settings["Recording:GroupId"] = SandboxPeople.TeamGroup;
    }

    private static async Task<string> EngagementAsync(BotHost bot) => Assert.Single(
        await new DocumentSession(bot.Services.GetRequiredService<IStore>())
            .ReadAllAsync(EngagementDocument.Kind, SandboxPeople.TenantId, TestContext.Current.CancellationToken)).Id;

    /// <param name="clock">Is moved on now and then. Not at each look: a call to Graph that is under way would be out of time by this clock.</param>
    private static async Task UntilAsync(Func<Task<bool>> isSo, FakeClock? clock = null)
    {
        var begun = TimeProvider.System.GetTimestamp();
        for (var looks = 0; !await isSo(); looks++)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(60), "It did not come about.");
            if (looks % 20 == 0) clock?.Advance(TimeSpan.FromMinutes(6));
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
