using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Extensions;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Lifecycle;

/// <summary>Finds engagements by name, each as a card for the message that somebody writes. What is inserted is a picture of this moment.</summary>
public sealed class StatusSearch(EngagementAccess access, CardLibrary cards) : MessageExtension("engagementStatus", searches: true)
{
    /// <summary>Teams shows a page of this size.</summary>
    private const int MostResults = 25;

    public override async ValueTask RunAsync(TurnContext turn, ExtensionRequest request, CancellationToken cancellationToken)
    {
        var query = request.Query?.Trim() ?? "";
        var found = (await access.ListAsync(turn, cancellationToken))
            .Where(engagement => engagement.Organisation.Contains(query, StringComparison.CurrentCultureIgnoreCase)).Take(MostResults)
            .Select(engagement => new SearchResult(engagement.Organisation, Phase(engagement), Card(engagement, turn.Clock.GetUtcNow()))).ToList();
        turn.Respond(found.Count == 0 ? ExtensionResponse.NoResults(Text.Search_None) : ExtensionResponse.Results(found));
    }

    private RawJson Card(Engagement engagement, DateTimeOffset now)
    {
        var current = engagement.Current.ToList();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var model = new StatusCardModel(Words.Language, engagement.Organisation, Phase(engagement),
        [
            new(Text.Search_Tasks, Text.Search_TasksDone.With(current.Count(item => item.IsDone), current.Count)),
            new(Text.Search_Late, current.Count(item => !item.IsDone && item.Due < today).ToString(System.Globalization.CultureInfo.CurrentCulture)),
            new(Text.Search_Services, string.Join(", ", engagement.Workloads.Distinct().Select(Names.OfWorkload))),
            new(Text.Search_Owner, UserText.Escape(engagement.Owner.Name)),
        ], Text.Search_AsOf.With(Days.Moment(now)));
        return new RawJson(cards["Lifecycle/Status"].Fill(model, StatusJson.Default.StatusCardModel));
    }

    private static string Phase(Engagement engagement) => engagement.IsClosed ? Text.Search_Closed : Names.Of(engagement.Phase);
}

/// <summary>The data of the template <c>Lifecycle/Status</c>.</summary>
internal sealed record StatusCardModel(string Lang, UserText Organisation, string Phase, IReadOnlyList<Fact> Facts, string AsOf);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StatusCardModel))]
internal sealed partial class StatusJson : JsonSerializerContext;
