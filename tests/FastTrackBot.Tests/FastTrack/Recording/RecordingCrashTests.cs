using FastTrackBot.FastTrack;
using FastTrackBot.Sandbox;

namespace FastTrackBot.Tests.FastTrack.Recording;

/// <summary>The process is killed before or after a request to Graph or a commit, and another one goes on from what is on the disk.</summary>
public sealed class RecordingCrashTests(ITestOutputHelper output)
{
    private const int Runs = 170;
    private const int Deaths = 200;
    private const string Bot1 = "noTrials", Bot2 = "goals", Bot3 = "supportPlan", Planner1 = "adminSignIn", Planner2 = "contactKnows";

    [Fact]
    public async Task Killed_at_any_step_of_a_recording_nothing_is_lost_and_nothing_is_doubled()
    {
        var whole = new Life();
        await LiveAsync(whole);
        var deaths = 0;
        // Each step once, and then two or three deaths in one run, at random.
        var random = new Random(20260302);
        for (var run = 1; run <= Math.Max(Runs, whole.Steps); run++)
        {
            int[] plan = run <= whole.Steps ? [run] : [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => random.Next(1, whole.Steps))];
            var life = new Life(plan);
            try
            {
                await LiveAsync(life);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Killed at {string.Join(", ", plan)} of {whole.Steps} steps.", exception);
            }

            deaths += life.Deaths;
        }

        output.WriteLine($"{whole.Steps} steps, {Math.Max(Runs, whole.Steps)} runs, {deaths} deaths");
        Assert.True(deaths >= Deaths, $"Only {deaths} deaths.");
    }

    private static async Task LiveAsync(Life life)
    {
        await using var recording = await RecordingHarness.StartAsync(life);
        var begun = recording.Begin();
        var id = begun.Id;
        await recording.SaveAsync(begun);
        await recording.SettleAsync();

        // Two are ticked in the bot, one in Planner, one on both sides.
        await recording.TickAsync(id, Bot1, RecordingHarness.Alex);
        await recording.TickAsync(id, Bot2, RecordingHarness.Alex);
        await recording.TickInPlannerAsync(id, Planner1, SandboxPeople.ProjectMember);
        await recording.SettleAsync();

        // One is reopened, another ticked in Planner meanwhile, and the next phase begins.
        await recording.TickAsync(id, Bot1, null);
        await recording.TickInPlannerAsync(id, Planner2, SandboxPeople.ProjectMember);
        var engagement = await recording.ReadAsync(id);
        var later = Checklists.For(Phase.Assignment, [], new DateOnly(2026, 3, 9)).Select(item => item with { Phase = Phase.Assignment });
        await recording.SaveAsync(
            engagement with { Phase = Phase.Assignment, Checklist = [.. engagement.Checklist, .. later] },
            new EngagementEvent(EventKind.PhaseReached, RecordingHarness.Alex, recording.Clock.GetUtcNow(), To: "Assignment"));
        await recording.TickAsync(id, Bot3, RecordingHarness.Alex);
        await recording.SettleAsync();
        await recording.PollAsync();

        await RecordingFaultTests.AssertInStepAsync(recording, id);
        var after = await recording.ReadAsync(id);
        Assert.Equal(new[] { Bot2, Bot3, Planner1, Planner2 }.Order(), after.Checklist.Where(item => item.IsDone).Select(item => item.Id).Order());
        Assert.Equal(
            ["ItemDone Alex Wilber goals ", "ItemDone Alex Wilber noTrials ", "ItemDone Alex Wilber supportPlan ", "ItemDone Megan Bowen adminSignIn planner", "ItemDone Megan Bowen contactKnows planner", "ItemReopened Alex Wilber noTrials "],
            (await recording.HistoryAsync(id)).Where(happened => happened.Kind is EventKind.ItemDone or EventKind.ItemReopened)
                .Select(happened => $"{happened.Kind} {happened.By.Name} {happened.Subject} {happened.Through}").Order(StringComparer.Ordinal));
    }
}
