using System.Globalization;
using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Lifecycle;

/// <summary>Shows where an engagement stands, with its checklist to tick.</summary>
public sealed class ChecklistCard(CardLibrary cards, TimeProvider clock)
{
    public RawJson Fill(Engagement engagement)
    {
        var culture = CultureInfo.CurrentCulture;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var progress = Text.ProgressOf.With(engagement.Checklist.Count(item => item.IsDone), engagement.Checklist.Count);
        var model = new ChecklistCardModel(
            Words.Language,
            $"{engagement.Organisation}. {progress}",
            engagement.Organisation,
            Text.Subtitle.With(Names.Of(engagement.Phase), UserText.Escape(engagement.Reference)),
            progress,
            engagement.Id,
            string.Join(',', engagement.Checklist.Where(item => item.IsDone).Select(item => item.Id)),
            [.. engagement.Checklist.Select(item => Row(item, today, culture))],
            Text.Save,
            Text.Refresh);
        return new RawJson(cards["Lifecycle/Checklist"].Fill(model, ChecklistCardJson.Default.ChecklistCardModel));
    }

    private static ChecklistRow Row(ChecklistItem item, DateOnly today, CultureInfo culture) => new(
        item.Id,
        Names.OfItem(item.Id),
        item.DoneBy is { } person ? Text.DoneBy.With(UserText.Escape(person.Name)) : Text.DueOn.With(Day(item.Due, culture)),
        item.IsDone ? "Good" : item.Due < today ? "Attention" : "Default",
        item.IsDone ? "true" : "false");

    private static string Day(DateOnly day, CultureInfo culture) =>
        day.ToString(culture.TwoLetterISOLanguageName == "zh" ? "M'月'd'日'" : "d MMM", culture);
}

/// <summary>The data of the template <c>Lifecycle/Checklist</c>.</summary>
/// <param name="Speak">Read aloud, not rendered: here a person's text needs no escaping.</param>
/// <param name="Shown">The items that the card shows as done: only what differs from it is what the person changed.</param>
internal sealed record ChecklistCardModel(
    string Lang, string Speak, UserText Title, string Subtitle, string Progress, string Engagement, string Shown,
    IReadOnlyList<ChecklistRow> Items, string Save, string Refresh);

internal sealed record ChecklistRow(string Id, string Title, string When, string Color, string Done);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ChecklistCardModel))]
internal sealed partial class ChecklistCardJson : JsonSerializerContext;
