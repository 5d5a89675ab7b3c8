using System.Globalization;
using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Lifecycle;

/// <summary>One item of a checklist, with its owner, its date, a note, and what stands in its way.</summary>
public sealed class ItemCard(CardLibrary cards)
{
    /// <param name="rights">What the person may do: without <see cref="Right.Assign"/> the card only tells owner and date.</param>
    public RawJson Fill(Engagement engagement, ChecklistItem item, IReadOnlySet<Right> rights, string? problem = null)
    {
        var mayOverride = rights.Contains(Right.Override);
        var model = new ItemCardModel(
            Words.Language,
            Names.OfItem(item.Id),
            Text.Subtitle.With(Names.Of(item.Phase), UserText.Escape(engagement.Reference)),
            Done(item),
            problem,
            rights.Contains(Right.Assign),
            item.Owner is { } owner ? Text.OwnedBy.With(UserText.Escape(owner.Name)) : Text.OwnedByNobody,
            Text.DueOn.With(Days.Short(item.Due)),
            engagement.Id,
            item.Id,
            Number(ChecklistCard.PageOf(engagement, item.Id)),
            new ItemLabels(Text.Label_Owner, Text.Label_Due, Text.Label_Note, Text.Label_Blocked, Text.Hint_Blocked, Text.Save, Text.Button_Back),
            new ItemValues(item.Owner?.ObjectId ?? Person.Nobody, Days.Iso(item.Due), item.Note ?? "", item.Blocked ?? ""),
            [new Choice(Person.Nobody, Text.OwnedByNobody), .. engagement.People.Select(person => new Choice(person.ObjectId, UserText.Escape(person.Name)))],
            new ItemButtons(
                mayOverride && !item.IsDone ? Text.Button_NotNeeded : null, mayOverride && item.NotNeeded is not null ? Text.Button_Needed : null,
                Text.Label_WhyNotNeeded, Text.Hint_Why, Text.Button_SetAside));
        return new RawJson(cards["Lifecycle/Item"].Fill(model, ItemCardJson.Default.ItemCardModel));
    }

    private static string? Done(ChecklistItem item) =>
        item.NotNeeded is { } mark ? Text.NotNeededBy.With(UserText.Escape(mark.Why ?? ""), UserText.Escape(mark.By.Name))
        : item.DoneBy is { } by ? Text.DoneBy.With(UserText.Escape(by.Name))
        : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The data of the template <c>Lifecycle/Item</c>.</summary>
internal sealed record ItemCardModel(
    string Lang, string Title, string Subtitle, string? Done, string? Problem, bool MayAssign, string OwnedBy, string DueOn,
    string Engagement, string Item, string Page, ItemLabels Labels, ItemValues Values, IReadOnlyList<Choice> People, ItemButtons Buttons);

internal sealed record ItemLabels(string Owner, string Due, string Note, string Blocked, string BlockedHint, string Save, string Back);

internal sealed record ItemValues(string Owner, string Due, string Note, string Blocked);

/// <param name="NotNeeded">Opens the field for the reason, and the button beside it; null where the person may not.</param>
/// <param name="Needed">Takes that back.</param>
internal sealed record ItemButtons(string? NotNeeded, string? Needed, string Why, string WhyHint, string SetAside);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ItemCardModel))]
internal sealed partial class ItemCardJson : JsonSerializerContext;
