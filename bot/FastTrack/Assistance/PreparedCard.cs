using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;
using static FastTrackBot.FastTrack.Assistance.StepTools;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>A request that waits to be filed: the exact steps of its route, and everything the form may ask for.</summary>
internal static class PreparedCard
{
    public static RawJson Fill(CardLibrary cards, RequestRecord record)
    {
        var route = Routes.Get(record.Request.Route ?? RouteKind.FastTrackSite);
        var model = new PreparedCardModel
        {
            Lang = Words.Language,
            Title = Text.Prepared_Title,
            Organisation = record.Request.Organisation ?? "",
            Intro = Text.Prepared_Intro.With(Wording.Of(route.Kind, Culture)),
            Paths = [.. route.Paths.Select((path, index) => PathOf(path, index == 0))],
            Open = Text.Button_OpenRoute,
            Url = route.Url.ToString(),
            FactsTitle = Text.Prepared_Facts.With(UserText.Escape(record.RequestedBy.Name), Day(record.PreparedAt)),
            Facts = RequestFacts.Of(record.Request),
            Filed = Text.Button_Filed,
            Withdraw = Text.Button_Withdraw,
            Request = record.Id,
        };
        return new RawJson(cards["Assistance/Prepared"].Fill(model, RequestJson.Default.PreparedCardModel));
    }

    private static PathModel PathOf(ClickPath path, bool newest) => new(
        (newest ? Text.NewestPath : Text.OlderPath).With(path.Source.Date?.Format(Culture) ?? ""),
        [.. path.Steps.Select((step, index) => $"{index + 1}\\. {Wording.Of(step, Culture)}")]);
}

/// <summary>The data of the template <c>Assistance/Prepared</c>.</summary>
internal sealed record PreparedCardModel
{
    public required string Lang { get; init; }
    public required string Title { get; init; }
    public required UserText Organisation { get; init; }
    public required string Intro { get; init; }
    public required IReadOnlyList<PathModel> Paths { get; init; }
    public required string Open { get; init; }
    public required string Url { get; init; }
    public required string FactsTitle { get; init; }
    public required IReadOnlyList<Fact> Facts { get; init; }
    public required string Filed { get; init; }
    public required string Withdraw { get; init; }
    public required string Request { get; init; }
}

internal sealed record PathModel(string Title, IReadOnlyList<string> Steps);
