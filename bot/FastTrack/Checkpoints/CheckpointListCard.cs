using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Checkpoints;

/// <summary>The checkpoints of an engagement: what is missed or to come first, then what was, the latest first.</summary>
internal sealed class CheckpointListCard(CardLibrary cards, TimeProvider clock)
{
    private const int PageSize = 8;

    /// <param name="mayPlan">Whether the person who looks may plan.</param>
    /// <param name="trouble">Why the calendar does not have them; null: nothing is wrong.</param>
    public RawJson Fill(Engagement engagement, IReadOnlyList<Checkpoint> all, bool mayPlan, CalendarTrouble? trouble, CheckpointPage page)
    {
        var now = clock.GetUtcNow();
        var ordered = all.Where(one => one.State == CheckpointState.Missed)
            .Concat(all.Where(one => one.IsAhead)).Concat(all.Where(one => one.State is CheckpointState.Held or CheckpointState.Cancelled).Reverse()).ToList();
        var shown = Paging.Of(ordered, PageSize, page.Number);
        var next = all.FirstOrDefault(one => one.IsAhead && one.Start >= now);
        var missed = all.Count(one => one.State == CheckpointState.Missed);
        var model = new CheckpointListModel(
            Words.Language,
            engagement.Organisation,
            Text.Title,
            page.Notice,
            next is null ? Text.NoneAhead : Text.Next.With(CheckpointWords.WhenOf(next)),
            missed > 0 ? Text.SomeMissed.With(missed) : null,
            all.Any(one => one is { IsAhead: true, Calendar: null } && one.Start > now) ? trouble is { } why ? CheckpointWords.Of(why) : null : null,
            [.. shown.Items.Select(one => Row(one, next?.Zone, now))],
            engagement.Id,
            shown.Buttons(Text.Button_Earlier, Text.Button_Further),
            new ListButtons(mayPlan && !engagement.IsClosed ? Text.Button_Plan : null, Text.Button_Open, Text.Button_Phase));
        return new RawJson(cards["Checkpoints/List"].Fill(model, CheckpointCardJson.Default.CheckpointListModel));
    }

    /// <param name="named">The zone that the card names already.</param>
    private static CheckpointRow Row(Checkpoint one, string? named, DateTimeOffset now) => new(
        one.Id,
        one.Zone == named ? CheckpointWords.HoursOf(one) : CheckpointWords.WhenOf(one),
        $"{CheckpointWords.TitleOf(one)} · {CheckpointWords.StateOf(one, now)}",
        one.State switch { CheckpointState.Held => "✓", CheckpointState.Missed => "!", CheckpointState.Cancelled => "×", _ => "○" },
        one.State switch { CheckpointState.Held => "Good", CheckpointState.Missed => "Attention", CheckpointState.Cancelled => "Default", _ => "Accent" });
}

/// <summary>Which page of the list, and what has just happened.</summary>
internal sealed record CheckpointPage(int Number = 1, string? Notice = null);

/// <summary>The data of the template <c>Checkpoints/List</c>.</summary>
internal sealed record CheckpointListModel(
    string Lang, UserText Organisation, string Title, string? Notice, string Next, string? Missed, string? Trouble,
    IReadOnlyList<CheckpointRow> Checkpoints, string Engagement, IReadOnlyList<PageButton> Pages, ListButtons Buttons);

internal sealed record CheckpointRow(string Id, string When, string State, string Mark, string Color);

internal sealed record ListButtons(string? Plan, string Open, string Phase);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CheckpointListModel))]
[JsonSerializable(typeof(MeetingModel))]
[JsonSerializable(typeof(MoveModel))]
[JsonSerializable(typeof(MinutesModel))]
internal sealed partial class CheckpointCardJson : JsonSerializerContext;
