using System.Globalization;

namespace FastTrackBot.FastTrack.Checkpoints;

/// <summary>What becomes of an engagement's checkpoints, and what its history says of that.</summary>
internal static class CheckpointRules
{
    /// <summary>How long after its end a checkpoint may go without a word on whether it was held.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <summary>Whoever the history names for what nobody did.</summary>
    private static readonly Person Itself = new("", "FastTrackBot");

    /// <summary>
    /// Puts a series in the place of what is planned of its kind: what stays at its time stays, others are moved, so that people keep their
    /// invitations; what is too many is cancelled.
    /// </summary>
    /// <param name="newId">Makes an id for a checkpoint that is new.</param>
    public static CheckpointChange Plan(
        IReadOnlyList<Checkpoint> all, Engagement engagement, PlannedSeries planned, Person by, DateTimeOffset now, Func<string> newId)
    {
        var plan = planned.Plan;
        var replaced = plan.Kind == CheckpointKind.Workshop ? [] : all.Where(one => one.IsAhead && one.Kind == plan.Kind && one.Start > now).ToList();
        var wanted = planned.Series.Meetings.ToList();
        List<Checkpoint> changed = [];
        foreach (var kept in replaced.Where(one => wanted.RemoveAll(meeting => meeting.Start == one.Start) > 0).ToList())
        {
            replaced.Remove(kept);
            changed.Add(Fill(kept, plan, planned.Attendees, kept.LocalStart));
        }

        foreach (var (one, meeting) in replaced.Zip(wanted)) changed.Add(Fill(one, plan, planned.Attendees, meeting.LocalStart));
        foreach (var meeting in wanted.Skip(replaced.Count))
        {
            changed.Add(Fill(new Checkpoint(newId(), engagement.Id, plan.Kind, meeting.LocalStart, plan.Zone, plan.Duration), plan, planned.Attendees, meeting.LocalStart));
        }

        changed.AddRange(replaced.Skip(wanted.Count).Select(one => one with { State = CheckpointState.Cancelled }));
        var starts = planned.Series.Meetings.Select(meeting => Written(meeting.LocalStart)).ToList();
        var words = string.Create(CultureInfo.InvariantCulture, $"{starts.Count}, {starts[0]}") + (starts.Count > 1 ? $" – {starts[^1]}" : "") + $" ({plan.Zone})";
        return With(all, changed, new EngagementEvent(EventKind.CheckpointsPlanned, by, now, To: words));
    }

    /// <param name="through">Where that was done, if not in the bot.</param>
    public static CheckpointChange Move(
        IReadOnlyList<Checkpoint> all, Checkpoint checkpoint, MeetingTime to, Person by, DateTimeOffset now, string? through = null) =>
        checkpoint.LocalStart == to.LocalStart && checkpoint.Duration == to.Duration
            ? new CheckpointChange(all, [])
            : With(all, [checkpoint with { LocalStart = to.LocalStart, Duration = to.Duration, State = CheckpointState.Moved }],
                Happened(EventKind.CheckpointMoved, checkpoint, by, now) with { To = Written(to.LocalStart), Through = through });

    public static CheckpointChange Cancel(
        IReadOnlyList<Checkpoint> all, Checkpoint checkpoint, Person by, DateTimeOffset now, string? why = null, string? through = null) =>
        With(all, [checkpoint with { State = CheckpointState.Cancelled }],
            Happened(EventKind.CheckpointCancelled, checkpoint, by, now) with { Why = why, Through = through });

    /// <summary>An engagement that is over needs no more meetings.</summary>
    public static CheckpointChange CancelAll(IReadOnlyList<Checkpoint> all, DateTimeOffset now) =>
        all.Where(one => one.IsAhead && one.Start > now).Aggregate(new CheckpointChange(all, []), (sofar, one) => Then(sofar, Cancel(sofar.All, one, Itself, now)));

    public static CheckpointChange Hold(IReadOnlyList<Checkpoint> all, Checkpoint checkpoint, Person by, DateTimeOffset now) =>
        checkpoint.State == CheckpointState.Held
            ? new CheckpointChange(all, [])
            : With(all, [checkpoint with { State = CheckpointState.Held }], Happened(EventKind.CheckpointHeld, checkpoint, by, now));

    /// <summary>Writes down what was said and decided. What has minutes was held.</summary>
    public static CheckpointChange Capture(
        IReadOnlyList<Checkpoint> all, Checkpoint checkpoint, string? minutes, Decision? decision, Person by, DateTimeOffset now)
    {
        var written = minutes is not null && minutes != checkpoint.Minutes;
        if (!written && decision is null) return new CheckpointChange(all, []);
        List<EngagementEvent> events = checkpoint.State == CheckpointState.Held ? [] : [Happened(EventKind.CheckpointHeld, checkpoint, by, now)];
        if (written) events.Add(Happened(EventKind.MinutesTaken, checkpoint, by, now));
        if (decision is not null) events.Add(Happened(EventKind.DecisionMade, checkpoint, by, now) with { To = decision.Text });
        return With(all, [checkpoint with
        {
            State = CheckpointState.Held,
            Minutes = minutes ?? checkpoint.Minutes,
            Decisions = decision is null ? checkpoint.Decisions : [.. checkpoint.Decisions, decision],
        }], [.. events]);
    }

    /// <summary>Notices what was over for a day, without anyone saying that it was held.</summary>
    public static CheckpointChange Miss(IReadOnlyList<Checkpoint> all, DateTimeOffset now)
    {
        var missed = all.Where(one => one.IsAhead && one.End + Grace <= now).ToList();
        return With(all, [.. missed.Select(one => one with { State = CheckpointState.Missed })],
            [.. missed.Select(one => Happened(EventKind.CheckpointMissed, one, Itself, now))]);
    }

    /// <summary>Whoever has left the team is not expected at what is still to come.</summary>
    public static CheckpointChange Leave(IReadOnlyList<Checkpoint> all, Engagement engagement, DateTimeOffset now)
    {
        var team = engagement.People.Select(person => person.ObjectId).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return With(all,
        [
            .. from one in all
               where one.IsAhead && one.Start > now && one.Attendees.Any(person => !team.Contains(person.ObjectId))
               select one with { Attendees = [.. one.Attendees.Where(person => team.Contains(person.ObjectId))] },
        ]);
    }

    /// <summary>Two changes, one after the other.</summary>
    public static CheckpointChange Then(CheckpointChange first, CheckpointChange second) => new(second.All, [.. first.Events, .. second.Events]);

    /// <summary>As the history writes a time: on the clocks of the meeting's zone, the same in every language.</summary>
    public static string Written(DateTime local) => local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static Checkpoint Fill(Checkpoint one, CheckpointPlan plan, IReadOnlyList<Person> attendees, DateTime start) =>
        one with { LocalStart = start, Zone = plan.Zone, Duration = plan.Duration, Attendees = attendees };

    private static EngagementEvent Happened(EventKind kind, Checkpoint checkpoint, Person by, DateTimeOffset now) =>
        new(kind, by, now, checkpoint.Id, From: Written(checkpoint.LocalStart));

    private static CheckpointChange With(IReadOnlyList<Checkpoint> all, IReadOnlyList<Checkpoint> changed, params IReadOnlyList<EngagementEvent> events) =>
        new([.. all.Where(one => changed.All(other => other.Id != one.Id)).Concat(changed).OrderBy(one => one.Start)], events);
}

/// <summary>A plan, the days that came of it, and who is to come.</summary>
internal sealed record PlannedSeries(CheckpointPlan Plan, CheckpointSeries Series, IReadOnlyList<Person> Attendees);

/// <summary>When a meeting is, on the clocks of its zone.</summary>
internal sealed record MeetingTime(DateTime LocalStart, TimeSpan Duration);
