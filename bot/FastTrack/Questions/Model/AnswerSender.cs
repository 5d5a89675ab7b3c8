using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Platform.BotFramework.Rates;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Questions.Model;

/// <summary>Sends what somebody waits for, after the turn in which it was asked for. It counts against Teams' limits, and waits for nothing.</summary>
internal sealed class AnswerSender(ConnectorClient connector, RateGate gate)
{
    /// <exception cref="ConnectorException">Teams did not take it.</exception>
    public Task SendAsync(ConversationReference to, Activity message, CancellationToken cancellationToken)
    {
        gate.Count(RateScope.Of(to));
        return connector.SendAsync(to.ServiceUrl, to.ConversationId, message, cancellationToken);
    }

    /// <summary>Shows that an answer is on its way.</summary>
    /// <exception cref="ConnectorException">Likewise.</exception>
    public Task ShowTypingAsync(ConversationReference to, Activity message, CancellationToken cancellationToken) =>
        connector.SendOnceAsync(to.ServiceUrl, to.ConversationId, message with { Type = ActivityTypes.Typing }, cancellationToken);
}
