using System.Globalization;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>Decisions of meetings as something to be reminded of. They are only ever added, so that a place in the list stays one.</summary>
public static class DecisionRules
{
    public static string IdOf(Checkpoint meeting, int index) => string.Create(CultureInfo.InvariantCulture, $"{meeting?.Id}#{index}");

    public static MeetingDecision? Find(IReadOnlyList<Checkpoint> meetings, string id)
    {
        foreach (var meeting in meetings)
        {
            foreach (var (index, decision) in meeting.Decisions.Index())
            {
                if (IdOf(meeting, index) == id) return new MeetingDecision(meeting, index, decision);
            }
        }

        return null;
    }

    /// <returns>Null where there is no such decision that is open.</returns>
    public static CheckpointChange? Finish(IReadOnlyList<Checkpoint> meetings, string id, Mark mark)
    {
        if (Find(meetings, id) is not { Decision.Done: null } found) return null;
        var done = found.Meeting with { Decisions = [.. found.Meeting.Decisions.Select((decision, index) => index == found.Index ? decision with { Done = mark } : decision)] };
        return new CheckpointChange(
            [.. meetings.Select(meeting => ReferenceEquals(meeting, found.Meeting) ? done : meeting)],
            [new EngagementEvent(EventKind.DecisionDone, mark.By, mark.At, To: found.Decision.Text)]);
    }
}

public sealed record MeetingDecision(Checkpoint Meeting, int Index, Decision Decision);
