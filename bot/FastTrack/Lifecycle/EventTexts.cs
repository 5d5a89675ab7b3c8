using System.Globalization;
using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Assessment;
using FastTrackBot.Platform;

namespace FastTrackBot.FastTrack.Lifecycle;

/// <summary>An event in words.</summary>
internal static class EventTexts
{
    public static string Of(EngagementEvent happened)
    {
        Func<string?, string> shown = happened.Kind switch
        {
            EventKind.Started or EventKind.PhaseReached or EventKind.PhaseForced or EventKind.PhaseReturned => PhaseName,
            EventKind.AdoptionBegun or EventKind.AdoptionStageReached or EventKind.AdoptionStageReturned => StageName,
            EventKind.MemberJoined or EventKind.MemberLeft or EventKind.RemediationChanged or EventKind.RemediationVerified => CodeName,
            EventKind.Tagged => TagNames,
            _ => Plain,
        };
        var words = Text.ResourceManager.Named($"Event_{happened.Kind}").With(Item(happened.Subject), shown(happened.From), shown(happened.To));
        return happened.Through is { } place ? Text.Through.With(words, PlaceName(place)) : words;
    }

    private static string PhaseName(string? value) => Enum.TryParse<Phase>(value, out var phase) ? Names.Of(phase) : Plain(value);

    private static string StageName(string? value) => Enum.TryParse<AdoptionStage>(value, out var stage) ? Names.Of(stage) : Plain(value);

    /// <summary>A role, a state or a side has a name; what else stands there is somebody's word.</summary>
    private static string CodeName(string? value) => Text.ResourceManager.GetString($"Code_{value}", CultureInfo.CurrentUICulture) ?? Plain(value);

    private static string TagNames(string? value) => string.Join(Text.Comma, (value ?? "").Split(", ").Select(id =>
        Phases.FindMotion(id) is not null ? Names.OfMotion(id)
        : Phases.Approaches.Ids.Contains(id) ? Names.OfApproach(id)
        : Phases.Variants.Ids.Contains(id) ? Names.OfVariant(id)
        : Plain(id)));

    private static string Item(string? value) =>
        value is null ? Plain(value)
        : Checklists.Find(value) is not null ? Names.OfItem(value)
        : AdoptionTasks.Find(value) is not null ? Names.OfTask(value)
        : Workloads.Find(value) is { } workload ? Names.Of(workload)
        : FindingWords.TitleOf(value) ?? Plain(value);

    private static string Plain(string? value) => value is null ? "–" : UserText.Escape(value);

    private static string PlaceName(string through) => through switch
    {
        "planner" => "Planner",
        "outlook" => "Outlook",
        "assessment" => Text.Through_Assessment,
        _ => UserText.Escape(through),
    };
}
