using System.Collections.Concurrent;
using System.Text.Json;
using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Platform.BotFramework.Rates;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Platform.BotFramework.Turns;

/// <summary>
/// Sends what a committed turn decided to say. The record stays pending until that is done: what a crash or an outage keeps from
/// being sent now, <see cref="PendingMessages"/> sends later.
/// </summary>
public sealed class MessageDelivery(ConnectorClient connector, RateGate gate, IStore store, ILogger<MessageDelivery> logger)
{
    private readonly ConcurrentDictionary<(string, string), byte> _inFlight = [];

    /// <summary>Turns whose messages are being sent at this moment, as conversation id and activity id.</summary>
    internal IReadOnlyCollection<(string ConversationId, string ActivityId)> InFlight => [.. _inFlight.Keys];

    /// <summary>The turn's messages are being sent, or were, and that is being noted.</summary>
    public bool IsSending(string conversationId, string activityId) => _inFlight.ContainsKey((conversationId, activityId));

    /// <summary>
    /// Once committed, sending goes on to its end even if the channel hangs up on the request that caused it: the time-outs are the connector's own.
    /// </summary>
    public async Task DeliverAsync(TurnRecord? record, TurnOutcome outcome)
    {
        if (outcome.Messages.Count == 0) return;
        if (record is null)
        {
            await SendAllAsync(outcome, []);
            return;
        }

        var key = (record.ConversationId, record.ActivityId);
        if (!_inFlight.TryAdd(key, 0)) return;
        List<DocumentWrite> posted = [];
        var sent = await SendAllAsync(outcome, posted);
        var noted = NoteAsync(record, posted, sent);

        // The next turn must find the ids that were remembered; without any, the note "sent" may follow in its own time.
        if (posted.Count > 0) await noted;
    }

    private async Task NoteAsync(TurnRecord record, List<DocumentWrite> posted, bool sent)
    {
        try
        {
            if (sent) await store.CompleteTurnAsync(record.ConversationId, record.ActivityId, posted, CancellationToken.None);
        }
        catch (StoreException exception)
        {
            // What the turn changed is stored, and said; at worst it is said once more.
            Log.SentNotNoted(logger, record.ConversationId, exception);
        }
        finally
        {
            _inFlight.TryRemove((record.ConversationId, record.ActivityId), out _);
        }
    }

    /// <returns>False when the channel could not be reached, and the messages wait.</returns>
    private async Task<bool> SendAllAsync(TurnOutcome outcome, List<DocumentWrite> posted)
    {
        foreach (var message in outcome.Messages)
        {
            try
            {
                var id = await SendAsync(message);
                if (message.RememberAs is { } name && id is not null) posted.Add(Remember(message, name, id));
            }
            catch (ConnectorException exception) when (exception.Status is >= 400 and < 500 and not 429)
            {
                // Uninstalled, blocked, malformed: no later attempt would go better.
                Log.MessageRefused(logger, message.To.ConversationId, exception.Status, exception.Code, exception);
            }
            catch (Exception exception) when (exception is ConnectorException or HttpRequestException or TimeoutException or OperationCanceledException)
            {
                if (exception is ConnectorException { IsThrottled: true, RetryAfter: { } pause }) gate.Refused(RateScope.Of(message.To), pause);
                Log.MessageDelayed(logger, message.To.ConversationId, exception);
                return false;
            }
            catch (Exception exception)
            {
                // An id that fits into no address, say. It would fail each time, and hold up all that waits behind it.
                Log.MessageRefused(logger, message.To.ConversationId, 0, exception.GetType().Name, exception);
            }
        }

        return true;
    }

    private async Task<string?> SendAsync(OutgoingMessage message)
    {
        var (serviceUrl, conversation) = (message.To.ServiceUrl, message.To.ConversationId);
        gate.Count(RateScope.Of(message.To));
        if (message.UpdateId is { } id)
        {
            try
            {
                await connector.UpdateAsync(serviceUrl, conversation, id, message.Activity, CancellationToken.None);
                return id;
            }
            catch (ConnectorException exception) when (exception.IsGone)
            {
                // The message to replace was deleted, or Teams lost it: a fresh card is better than none
                // (https://github.com/MicrosoftDocs/msteams-docs/issues/6139).
                Log.MessageGone(logger, conversation, id);
                if (message.OnlyIfThere) return null;
            }
        }

        return await connector.SendAsync(serviceUrl, conversation, message.Activity, CancellationToken.None);
    }

    private static DocumentWrite Remember(OutgoingMessage message, string name, string id) => new(
        new DocumentKey(TurnContext.Posted.Name, message.To.TenantId ?? "", name),
        DocumentWrite.AnyVersion,
        JsonSerializer.SerializeToUtf8Bytes(new PostedMessage(id), TurnContext.Posted.Json));
}
