using System.Collections.Concurrent;
using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Platform.BotFramework.Rates;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.Platform.BotFramework.Streaming;

/// <summary>Opens answers that are sent after the turn in which they were asked for. They count against Teams' limits, and wait for nobody.</summary>
public sealed class StreamedAnswers(ConnectorClient connector, RateGate gate, TimeProvider clock, ILogger<StreamedAnswers> logger)
{
    /// <summary>Chats in which an answer is growing: Teams takes one at a time.</summary>
    private readonly ConcurrentDictionary<string, byte> _growing = [];

    internal TimeProvider Clock => clock;

    internal ILogger Logger => logger;

    /// <param name="message">A message into the conversation, still without words.</param>
    /// <param name="begun">The id of a stream that an earlier attempt at the same answer left behind: this one takes its place.</param>
    public StreamedAnswer Open(ConversationReference to, Activity message, string? begun = null) => new(this, to, message, begun);

    internal bool TryGrowIn(ConversationReference to) => to.ConversationType == ConversationTypes.Personal && _growing.TryAdd(to.ConversationId, 0);

    internal void GrowsNoMoreIn(ConversationReference to) => _growing.TryRemove(to.ConversationId, out _);

    /// <exception cref="ConnectorException">Teams did not take it.</exception>
    internal Task<string?> SendAsync(ConversationReference to, Activity message, CancellationToken cancellationToken)
    {
        gate.Count(RateScope.Of(to));
        return connector.SendAsync(to.ServiceUrl, to.ConversationId, message, cancellationToken);
    }

    /// <summary>Tried once only: what shows progress is out of date by the time of another try.</summary>
    /// <exception cref="ConnectorException">Likewise.</exception>
    internal Task<string?> SendOnceAsync(ConversationReference to, Activity message, CancellationToken cancellationToken)
    {
        gate.Count(RateScope.Of(to));
        return connector.SendOnceAsync(to.ServiceUrl, to.ConversationId, message, cancellationToken);
    }

    /// <exception cref="ConnectorException">Likewise.</exception>
    internal Task ReplaceAsync(ConversationReference to, string id, Activity message, CancellationToken cancellationToken)
    {
        gate.Count(RateScope.Of(to));
        return connector.UpdateAsync(to.ServiceUrl, to.ConversationId, id, message, cancellationToken);
    }
}
