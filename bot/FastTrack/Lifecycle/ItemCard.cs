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
    /// <param name="mayAssign">Whether the person may change owner and date; else the card only tells them.</param>
    public RawJson Fill(Engagement engagement, ChecklistItem item, bool mayAssign, string? problem = null)
    {
        var model = new ItemCardModel(
            Words.Language,
            Names.OfItem(item.Id),
            Text.Subtitle.With(Names.Of(item.Phase), UserText.Escape(engagement.Reference)),
            item.DoneBy is { } by ? Text.DoneBy.With(UserText.Escape(by.Name)) : null,
            problem,
            mayAssign,
            item.Owner is { } owner ? Text.OwnedBy.With(UserText.Escape(owner.Name)) : Text.OwnedByNobody,
            Text.DueOn.With(Days.Short(item.Due)),
            engagement.Id,
            item.Id,
            Number(ChecklistCard.PageOf(engagement, item.Id)),
            new ItemLabels(Text.Label_Owner, Text.Label_Due, Text.Label_Note, Text.Label_Blocked, Text.Hint_Blocked, Text.Save, Text.Button_Back),
            new ItemValues(item.Owner?.ObjectId ?? "", Days.Iso(item.Due), item.Note ?? "", item.Blocked ?? ""),
            [new Choice("", Text.OwnedByNobody), .. engagement.People.Select(person => new Choice(person.ObjectId, UserText.Escape(person.Name)))]);
        return new RawJson(cards["Lifecycle/Item"].Fill(model, ItemCardJson.Default.ItemCardModel));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The data of the template <c>Lifecycle/Item</c>.</summary>
internal sealed record ItemCardModel(
    string Lang, string Title, string Subtitle, string? Done, string? Problem, bool MayAssign, string OwnedBy, string DueOn,
    string Engagement, string Item, string Page, ItemLabels Labels, ItemValues Values, IReadOnlyList<Choice> People);

internal sealed record ItemLabels(string Owner, string Due, string Note, string Blocked, string BlockedHint, string Save, string Back);

internal sealed record ItemValues(string Owner, string Due, string Note, string Blocked);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ItemCardModel))]
internal sealed partial class ItemCardJson : JsonSerializerContext;
