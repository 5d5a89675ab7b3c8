using System.Globalization;
using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Lifecycle;

/// <summary>Shows where an engagement stands, with the checklist of its phase to tick.</summary>
public sealed class ChecklistCard(CardLibrary cards, TimeProvider clock)
{
    /// <summary>More rows than this are a burden on a phone, and with long names would come near Teams' limit of 28 KB.</summary>
    internal const int PageSize = 12;

    /// <param name="page">From 1; what is no page counts as the nearest one.</param>
    /// <param name="notice">What could not be done.</param>
    public RawJson Fill(Engagement engagement, int page = 1, string? notice = null)
    {
        var items = engagement.Current.ToList();
        var shown = Paging.Of(items, PageSize, page);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var progress = Text.ProgressOf.With(items.Count(item => item.IsDone), items.Count);
        var model = new ChecklistCardModel(
            Words.Language,
            $"{engagement.Organisation}. {progress}",
            engagement.Organisation,
            Text.Subtitle.With(Names.Of(engagement.Phase), UserText.Escape(engagement.Reference)),
            notice,
            shown.Pages == 1 ? progress : Text.ProgressOnPage.With(progress, shown.Page, shown.Pages),
            engagement.Id,
            string.Join(',', shown.Items.Where(item => item.IsDone).Select(item => item.Id)),
            Number(shown.Page),
            shown.Buttons(Text.Earlier, Text.Further),
            [.. shown.Items.Select(item => Row(item, today))],
            Text.Save, Text.Refresh, Text.Details, Text.Button_Phase);
        return new RawJson(cards["Lifecycle/Checklist"].Fill(model, ChecklistCardJson.Default.ChecklistCardModel));
    }

    /// <summary>The page on which an item stands.</summary>
    public static int PageOf(Engagement engagement, string itemId) =>
        engagement.Current.TakeWhile(item => item.Id != itemId).Count() / PageSize + 1;

    private static ChecklistRow Row(ChecklistItem item, DateOnly today) => new(
        item.Id,
        Names.OfItem(item.Id),
        item.NotNeeded is { By: var judge } ? Text.DecidedBy.With(UserText.Escape(judge.Name))
            : item.DoneBy is { } person ? Text.DoneBy.With(UserText.Escape(person.Name))
            : item.Blocked is not null ? Text.IsBlocked
            : (item.Due < today ? Text.LateSince : Text.DueOn).With(Days.Short(item.Due)),
        !item.IsDone && (item.Blocked is not null || item.Due < today) ? "Attention" : "Default",
        item.IsDone ? "true" : "false",
        Remark(item));

    private static string? Remark(ChecklistItem item)
    {
        var reason = item.NotNeeded is { } mark ? Text.NotNeeded.With(mark.Why) : null;
        var parts = new[] { reason, item.IsDone ? null : item.Owner?.Name, item.IsDone ? null : item.Blocked, item.Note }.OfType<string>().ToList();
        return parts.Count == 0 ? null : UserText.Escape(Words.Cut(string.Join(" · ", parts), 160));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The data of the template <c>Lifecycle/Checklist</c>.</summary>
/// <param name="Speak">Read aloud, not rendered: here a person's text needs no escaping.</param>
/// <param name="Shown">The items that the card shows as done: only what differs from it is what the person changed.</param>
internal sealed record ChecklistCardModel(
    string Lang, string Speak, UserText Title, string Subtitle, string? Notice, string Progress, string Engagement, string Shown, string Page,
    IReadOnlyList<PageButton> Pages, IReadOnlyList<ChecklistRow> Items, string Save, string Refresh, string Details, string Phase);

internal sealed record ChecklistRow(string Id, string Title, string When, string Color, string Done, string? Remark);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChecklistCardModel))]
internal sealed partial class ChecklistCardJson : JsonSerializerContext;
