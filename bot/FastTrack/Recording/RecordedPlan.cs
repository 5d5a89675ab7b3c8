using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Graph.Planner;
using Microsoft.Extensions.Options;

namespace FastTrackBot.FastTrack.Recording;

/// <summary>The plan of an engagement: a bucket for each of its phases. What a crash kept from being noted is found by its name, and not made twice.</summary>
internal sealed class RecordedPlan(
    PlannerPlans planner, RecordedTasks tasks, IOptions<RecordingOptions> options, TimeProvider clock, ILogger<RecordedPlan> logger)
{
    private readonly string? _group = options.Value.GroupId;

    public async Task RecordAsync(RecordingRun run, CancellationToken cancellationToken)
    {
        var there = await OpenAsync(run, cancellationToken);
        await MakeBucketsAsync(run, cancellationToken);
        await tasks.RecordAsync(run, there, cancellationToken);
    }

    private async Task<IReadOnlyList<PlannerTask>> OpenAsync(RecordingRun run, CancellationToken cancellationToken)
    {
        var gone = false;
        if (run.Note.PlanId is { } known)
        {
            try
            {
                return await planner.ListTasksAsync(known, cancellationToken).ToListAsync(cancellationToken);
            }
            catch (GraphException exception) when (exception.IsNotFound)
            {
                gone = true;
            }
        }

        var mark = RecordRules.Mark(run.Engagement);
        var plan = await planner.ListPlansAsync(_group!, cancellationToken)
                .FirstOrDefaultAsync(plan => plan.Title?.EndsWith(mark, StringComparison.Ordinal) == true, cancellationToken)
            ?? await planner.CreatePlanAsync(_group!, RecordRules.PlanTitle(run.Engagement), cancellationToken);
        await run.NoteAsync(run.Note.WithoutPlan() with { PlanId = plan.Id }, cancellationToken);
        if (gone)
        {
            Log.MadeAgain(logger, "plan", run.Engagement.Id);
            run.MadeAgain("plan", clock.GetUtcNow());
        }

        return await planner.ListTasksAsync(plan.Id, cancellationToken).ToListAsync(cancellationToken);
    }

    private async Task MakeBucketsAsync(RecordingRun run, CancellationToken cancellationToken)
    {
        var missing = run.Engagement.Path.Concat(run.Engagement.Checklist.Select(item => item.Phase)).Distinct()
            .Where(phase => !run.Note.Buckets.ContainsKey(phase)).OrderDescending().ToList();
        if (missing.Count == 0) return;

        var there = await planner.ListBucketsAsync(run.Note.PlanId!, cancellationToken).ToListAsync(cancellationToken);
        // The last phase first: each new bucket comes before those that are there.
        foreach (var phase in missing)
        {
            var name = Names.Of(phase);
            var bucket = there.FirstOrDefault(bucket => bucket.Name == name) ?? await planner.CreateBucketAsync(run.Note.PlanId!, name, cancellationToken);
            await run.NoteAsync(run.Note with { Buckets = new Dictionary<Phase, string>(run.Note.Buckets) { [phase] = bucket.Id } }, cancellationToken);
        }
    }
}
