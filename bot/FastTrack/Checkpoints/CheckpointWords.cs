using System.Globalization;
using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Assessment;
using FastTrackBot.Platform;

namespace FastTrackBot.FastTrack.Checkpoints;

/// <summary>Checkpoints in the language of the turn.</summary>
internal static class CheckpointWords
{
    private const int MostOfAKind = 5;

    public static string OfCountry(string code) =>
        Text.ResourceManager.Named($"Country_{code}");

    public static string Of(Source source) => source.Date is { } date ? $"{source.Title}, {date.Format(CultureInfo.CurrentUICulture)}" : source.Title;

    public static string TitleOf(Checkpoint checkpoint) => checkpoint.Kind == CheckpointKind.Workshop ? Text.Workshop : Text.Checkpoint;

    /// <summary>Weekday, day and hours on the clocks of the zone, which is named.</summary>
    public static string WhenOf(Checkpoint checkpoint) => $"{HoursOf(checkpoint)} ({checkpoint.Zone.Replace('_', ' ')})";

    /// <summary>The same where the zone is named elsewhere.</summary>
    public static string HoursOf(Checkpoint checkpoint)
    {
        var end = ZonedTime.In(checkpoint.End, checkpoint.Zone);
        return $"{Days.Weekday(checkpoint.LocalStart)}–{end.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    public static string StateOf(Checkpoint checkpoint, DateTimeOffset now) => checkpoint.State switch
    {
        CheckpointState.Held => checkpoint.Minutes is null ? Text.State_Held : Text.State_HeldWithMinutes,
        CheckpointState.Missed => Text.State_Missed,
        CheckpointState.Cancelled => Text.State_Cancelled,
        _ when checkpoint.End <= now => Text.State_Over,
        CheckpointState.Moved => Text.State_Moved,
        _ => Text.State_Planned,
    };

    /// <summary>What to talk about, a line each; the first few of each kind.</summary>
    public static IReadOnlyList<string> Of(Agenda agenda) =>
    [
        .. Some(agenda.Blocked.Select(item => Text.Agenda_Blocked.With(TitleOf(item), UserText.Escape(item.Blocked!)))),
        .. Some(agenda.Due.Select(item => Text.Agenda_Due.With(TitleOf(item), Days.Short(item.Due), UserText.Escape(item.Owner?.Name ?? "–")))),
        .. Some(agenda.Remediation.Select(item => Text.Agenda_Remediation.With(FindingWords.Title(item.Finding), Days.Short(item.Due), UserText.Escape(item.Owner.Name)))),
        .. Some(agenda.Conditions.Select(condition => Text.Agenda_Condition.With(condition))),
        .. Some(agenda.Decisions.Select(decision => Text.Agenda_Decision.With(Of(decision)))),
    ];

    public static string Of(Decision decision)
    {
        var words = UserText.Escape(decision.Text);
        if (decision.Owner is { } owner) words = Text.Decision_Owner.With(words, UserText.Escape(owner.Name));
        if (decision.Due is { } due) words = Text.Decision_Due.With(words, Days.Short(due));
        return decision.Done is null ? words : Text.Decision_Done.With(words);
    }

    public static string Of(CalendarTrouble trouble) => trouble switch
    {
        CalendarTrouble.Forbidden => Text.Trouble_Forbidden,
        CalendarTrouble.NoMailbox => Text.Trouble_NoMailbox,
        _ => Text.Trouble_Away,
    };

    private static string TitleOf(ChecklistItem item) => Checklists.Find(item.Id) is null ? UserText.Escape(item.Id) : Names.OfItem(item.Id);

    private static List<string> Some(IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return all.Count <= MostOfAKind ? all : [.. all.Take(MostOfAKind), Text.Agenda_More.With(all.Count - MostOfAKind)];
    }
}
