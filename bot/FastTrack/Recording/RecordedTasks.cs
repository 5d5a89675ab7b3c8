using FastTrackBot.Platform;
using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Graph.Planner;

namespace FastTrackBot.FastTrack.Recording;

/// <summary>A plan's tasks, one for each item of the checklist: made where they are missing, and ticked on both sides where they are ticked on one.</summary>
internal sealed class RecordedTasks(PlannerPlans planner, PlannerPeople people, TimeProvider clock, ILogger<RecordedTasks> logger)
{
    private const int MadeTogether = 20;

    /// <param name="there">The plan's tasks as they are.</param>
    public async Task RecordAsync(RecordingRun run, IReadOnlyList<PlannerTask> there, CancellationToken cancellationToken)
    {
        var byId = there.ToDictionary(task => task.Id);
        var noted = run.Note.Tasks.Values.Select(task => task.Id).ToHashSet();
        var byName = there.Where(task => !noted.Contains(task.Id)).ToLookup(task => (task.BucketId, task.Title));
        List<PlannedTask> missing = [];
        List<TaskPair> pairs = [];
        foreach (var wanted in RecordRules.Tasks(run.Engagement))
        {
            if (run.Note.Tasks.GetValueOrDefault(wanted.ItemId) is { } note && byId.TryGetValue(note.Id, out var task)) pairs.Add(new TaskPair(wanted, note, task));
            else if (byName[(run.Note.Buckets[wanted.Phase], wanted.Title)].FirstOrDefault() is { } found)
                pairs.Add(new TaskPair(wanted, TickRules.Found(found.Id, wanted, TaskPair.See(found)), found));
            else missing.Add(wanted);
        }

        // What people did comes first: it must not wait for a write that Planner refuses.
        await TakeAsync(run, pairs, cancellationToken);
        foreach (var chunk in missing.Chunk(MadeTogether)) await MakeAsync(run, chunk, cancellationToken);
        await WriteAsync(run, pairs, cancellationToken);
    }

    private async Task TakeAsync(RecordingRun run, List<TaskPair> pairs, CancellationToken cancellationToken)
    {
        var taken = 0;
        foreach (var pair in pairs)
        {
            var item = run.Engagement.Checklist.First(item => item.Id == pair.Wanted.ItemId);
            var tick = TickRules.Settle(item, pair.Note, pair.Seen);
            if (tick is Tick.Take or Tick.Join)
            {
                await TakeAsync(run, item, pair.Seen, cancellationToken);
                taken++;
            }

            if (tick is not Tick.Write) run.Agree(item.Id, pair.Note with { Done = pair.Seen.Done, Writing = null });
            else pair.Percent = item.IsDone ? PlannerTask.Done : 0;
        }

        if (taken > 0) Log.TicksTaken(logger, taken, run.Engagement.Id);
    }

    private async Task TakeAsync(RecordingRun run, ChecklistItem item, SeenTask seen, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!seen.Done)
        {
            // Planner does not say who reopened a task.
            var reopened = new EngagementEvent(EventKind.ItemReopened, new Person("", Text.SomebodyInPlanner), now, item.Id, Through: RecordingRun.Planner);
            run.Take(item.Reopened(), reopened);
            return;
        }

        var person = await people.FindAsync(run.Engagement, seen.ByPerson!, cancellationToken);
        var at = seen.At ?? now;
        var happened = new EngagementEvent(EventKind.ItemDone, person, at, item.Id, Through: RecordingRun.Planner);
        run.Take(item.DoneAt is { } before && before >= at ? item : item.Done(person, at), happened);
    }

    private async Task MakeAsync(RecordingRun run, PlannedTask[] missing, CancellationToken cancellationToken)
    {
        var answers = await planner.CreateTasksAsync(missing.Select(wanted => New(run.Note, wanted)), cancellationToken);
        var note = run.Note;
        for (var i = 0; i < answers.Count; i++)
        {
            if (answers[i].Failure is null) note = note.With(missing[i].ItemId, TaskPair.Noted(PlannerPlans.ReadTask(answers[i]).Id, missing[i]));
        }

        var failure = answers.Select(answer => answer.Failure).OfType<GraphException>().MaxBy(failure => failure.RetryAfter);
        // A bucket that somebody deleted takes no task. The next attempt looks which buckets there are.
        if (failure is { Status: 400 or 404 }) note = note with { Buckets = new Dictionary<Phase, string>() };
        await run.NoteAsync(note, cancellationToken);
        if (failure is not null) throw failure;
    }

    private async Task WriteAsync(RecordingRun run, List<TaskPair> pairs, CancellationToken cancellationToken)
    {
        var changed = pairs.Where(pair => pair.HasChange).ToList();
        if (changed.Count == 0) return;
        // Before the first goes out: what is found after a crash may be what we wrote.
        var intents = changed.Where(pair => pair.Percent is not null).Aggregate(
            run.Note, (note, pair) => note.With(pair.Wanted.ItemId, pair.Note with { Writing = pair.Percent == PlannerTask.Done }));
        if (intents != run.Note) await run.NoteAsync(intents, cancellationToken);

        var answers = await planner.UpdateTasksAsync(changed.Select(pair => (pair.Task.Id, pair.Change(), pair.Task.ETag ?? "")), cancellationToken);
        for (var i = 0; i < answers.Count; i++)
        {
            if (answers[i].Failure is null) run.Agree(changed[i].Wanted.ItemId, changed[i].Written());
        }

        var failures = answers.Select(answer => answer.Failure).OfType<GraphException>().ToList();
        if (failures.FirstOrDefault(failure => failure is { IsConflict: false, IsNotFound: false }) is { } failure) throw failure;
        // Somebody was quicker, and what they did is looked at first.
        if (failures.Count > 0) throw new RecordingException(Text.ChangedMeanwhile.With(failures.Count));
    }

    private static NewPlannerTask New(RecordingNote note, PlannedTask wanted) => new(note.PlanId!, note.Buckets[wanted.Phase], wanted.Title)
    {
        DueDateTime = TaskPair.DueOf(wanted),
        PercentComplete = wanted.Done ? PlannerTask.Done : 0,
        Assignments = wanted.Owner is { } owner ? new Dictionary<string, PlannerAssignment> { [owner] = new() } : null,
    };
}
