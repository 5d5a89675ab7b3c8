using System.Globalization;
using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Lifecycle;

/// <summary>What happened to an engagement, the latest first, a page at a time.</summary>
public sealed class HistoryCard(CardLibrary cards, EngagementAccess access)
{
    private const int PageSize = 12;

    /// <param name="before">Shows the events before this number; null: the latest.</param>
    public async ValueTask<RawJson> FillAsync(TurnContext turn, Engagement engagement, int? before, CancellationToken cancellationToken)
    {
        // Motion and tags are FastTrack's own, and a card in a group is everybody's.
        var seesTags = turn.IsPersonal && await access.MayAsync(turn, engagement, Right.Tag, cancellationToken);
        var last = Math.Clamp((before ?? engagement.Changes + 1) - 1, 0, engagement.Changes);
        var first = Math.Max(1, last - PageSize + 1);
        var partition = EngagementHistory.Partition(turn.TenantId, engagement.Id);
        List<HistoryRow> rows = [];
        for (var number = last; number >= first; number--)
        {
            var happened = await turn.Documents.ReadAsync(EngagementHistory.Kind, partition, EngagementHistory.Id(number), cancellationToken);
            if (happened is not null && (seesTags || happened.Kind != EventKind.Tagged)) rows.Add(Row(happened));
        }

        var model = new HistoryCardModel(
            Words.Language, engagement.Organisation, Text.HistoryTitle.With(engagement.Changes), rows, engagement.Id,
            Number(first), first > 1 ? Text.Button_Older : null, last < engagement.Changes ? Text.Button_Latest : null);
        return new RawJson(cards["Lifecycle/History"].Fill(model, HistoryCardJson.Default.HistoryCardModel));
    }

    private static HistoryRow Row(EngagementEvent happened) => new(
        Days.Moment(happened.At), UserText.Escape(happened.By.Name), EventTexts.Of(happened),
        happened.Why is { } why ? Text.Because.With(UserText.Escape(why)) : null);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The data of the template <c>Lifecycle/History</c>.</summary>
internal sealed record HistoryCardModel(
    string Lang, UserText Organisation, string Title, IReadOnlyList<HistoryRow> Events, string Engagement, string Before, string? Older, string? Latest);

internal sealed record HistoryRow(string When, string Who, string What, string? Why);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HistoryCardModel))]
internal sealed partial class HistoryCardJson : JsonSerializerContext;
