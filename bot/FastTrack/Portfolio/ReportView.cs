using FastTrackBot.FastTrack.Assessment;
using FastTrackBot.Platform;

namespace FastTrackBot.FastTrack.Portfolio;

/// <summary>A status report in words, for a card and for a file alike: plain, to be escaped by whoever shows it.</summary>
/// <param name="Progress">A line for each service.</param>
/// <param name="Asks">What is asked of whom.</param>
internal sealed record ReportView(string Organisation, string State, IReadOnlyList<ProgressLine> Progress, string Next, string? Checkpoint, IReadOnlyList<string> Asks)
{
    public static ReportView Of(Engagement engagement, StatusReport report) => new(
        engagement.Organisation,
        Text.State.With(Names.Of(engagement.Phase), engagement.Path.ToList().IndexOf(engagement.Phase) + 1, engagement.Path.Count, NameOf(report.Health)),
        [.. report.Progress.Select(one => new ProgressLine(one.Workload.Length == 0 ? Text.Core : NameOfWorkload(one.Workload), Text.DoneOf.With(one.Done, one.Total)))],
        report.Next is { } next ? Text.NextAction.With(TitleOf(next.Item), next.Owner.Name, Days.Short(next.Item.Due)) : Text.NothingNext,
        engagement.MissedCheckpoints > 0 ? Text.Missed.With(engagement.MissedCheckpoints)
            : engagement.NextCheckpoint is { } checkpoint ? Text.NextCheckpoint.With(Days.Moment(checkpoint, engagement.TimeZone)) : null,
        [
            .. report.Blocked.Select(item => Text.Ask_Blocked.With(TitleOf(item), item.Blocked!, (item.Owner ?? engagement.Owner).Name)),
            .. report.Blockers.Select(item => Text.Ask_Blocker.With(FindingWords.PlainTitle(item.Finding), item.Owner.Name, Days.Short(item.Due))),
        ]);

    public static string NameOf(EngagementHealth health) =>
        Text.ResourceManager.Named($"Health_{health}");

    private static string NameOfWorkload(string id) => Workloads.Find(id) is { } known ? Names.Of(known) : id;

    private static string TitleOf(ChecklistItem item) => Checklists.Find(item.Id) is null ? item.Id : Names.OfItem(item.Id);
}

internal sealed record ProgressLine(string Title, string Value);
