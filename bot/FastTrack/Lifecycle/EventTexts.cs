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
        Func<string?, string> shown = happened.Kind is EventKind.Started or EventKind.PhaseReached or EventKind.PhaseForced or EventKind.PhaseReturned
            ? PhaseName : Plain;
        var words = Template(happened.Kind).With(Item(happened.Subject), shown(happened.From), shown(happened.To));
        return happened.Through is { } place ? Text.Through.With(words, PlaceName(place)) : words;
    }

    private static string Template(EventKind kind) =>
        Text.ResourceManager.GetString($"Event_{kind}", CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"Text.resx of Lifecycle lacks Event_{kind}.");

    private static string PhaseName(string? value) => Enum.TryParse<Phase>(value, out var phase) ? Names.Of(phase) : Plain(value);

    private static string Item(string? value) =>
        value is null ? Plain(value)
        : Checklists.Find(value) is not null ? Names.OfItem(value)
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
