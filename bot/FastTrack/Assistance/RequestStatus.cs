using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>The requests that wait to be filed.</summary>
public sealed class RequestStatus(Requests requests, CardLibrary cards) : StatusPart
{
    private const int MaximumCards = 2;

    public override async ValueTask<bool> ShowAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var prepared = await requests.ListPreparedAsync(turn, cancellationToken);
        foreach (var record in prepared.Take(MaximumCards)) turn.Reply(PreparedCard.Fill(cards, record), Text.Prepared_Title);
        return prepared.Count > 0;
    }
}
