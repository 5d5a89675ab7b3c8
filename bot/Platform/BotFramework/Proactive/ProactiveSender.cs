using System.Net;
using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Platform.BotFramework.Rates;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Platform.BotFramework.Proactive;

/// <summary>Sends a card where the bot is installed, without anyone having asked, when the limits allow it.</summary>
public sealed class ProactiveSender(ConnectorClient connector, RateGate gate, IStore store, TimeProvider clock, ILogger<ProactiveSender> logger)
{
    /// <summary>Where the service names no pause.</summary>
    private static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(5);

    private readonly long[] _totals = new long[Enum.GetValues<SendOutcome>().Length];

    /// <summary>How often each outcome came since the start; together, all attempts that have ended.</summary>
    public IReadOnlyDictionary<SendOutcome, long> Totals => Enum.GetValues<SendOutcome>().ToDictionary(outcome => outcome, outcome => Volatile.Read(ref _totals[(int)outcome]));

    /// <param name="installation">The name of an <see cref="Installation"/>.</param>
    /// <param name="summary">What the notification says, as a card alone has no words for it.</param>
    public async Task<SendResult> SendAsync(string tenantId, string installation, RawJson card, string summary, CancellationToken cancellationToken)
    {
        var result = await TryAsync(new DocumentKey(Installation.Kind.Name, tenantId, installation), card, summary, cancellationToken);
        Interlocked.Increment(ref _totals[(int)result.Outcome]);
        Log.SendEnded(logger, result.Outcome == SendOutcome.Failed ? LogLevel.Warning : LogLevel.Debug, result.Outcome, installation, result.Reason);
        return result;
    }

    private async Task<SendResult> TryAsync(DocumentKey key, RawJson card, string summary, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(key, cancellationToken) is not { } stored) return SendResult.NotInstalled;
        var to = stored.As(Installation.Kind).Reference;
        var moment = gate.EnterAsync(RateScope.Of(to), cancellationToken);
        if (!moment.IsCompletedSuccessfully)
        {
            await moment;
            // Once more: the bot may have been removed while this waited for its moment.
            if (await store.ReadAsync(key, cancellationToken) is not { } fresh) return SendResult.NotInstalled;
            (stored, to) = (fresh, fresh.As(Installation.Kind).Reference);
        }

        try
        {
            var id = await connector.SendOnceAsync(to.ServiceUrl, to.ConversationId, to.NewMessage() with { Summary = summary, Attachments = [Attachment.Of(card)] }, cancellationToken);
            return new SendResult(SendOutcome.Delivered) { ActivityId = id };
        }
        catch (ConnectorException exception)
        {
            return await RefusedAsync(stored, to, exception);
        }
    }

    private async Task<SendResult> RefusedAsync(StoredDocument stored, ConversationReference to, ConnectorException exception)
    {
        if (exception.IsThrottled)
        {
            var pause = exception.RetryAfter ?? UsualPause;
            gate.Refused(RateScope.Of(to), pause);
            return new SendResult(SendOutcome.Throttled, exception.Message, MayRetry: true) { Until = clock.GetUtcNow() + pause };
        }

        if (exception.IsBlocked || exception.Status == (int)HttpStatusCode.NotFound)
        {
            // What an administrator switched off for all comes back without anyone installing it again.
            if (!exception.Is("BotDisabledByAdmin")) await ForgetAsync(stored);
            return exception.IsBlocked ? new SendResult(SendOutcome.Blocked, exception.Message) : SendResult.NotInstalled with { Reason = exception.Message };
        }

        // Without an answer it may have arrived; the same message twice is worse than a note of doubt.
        return new SendResult(SendOutcome.Failed, exception.Message, exception.IsTransient && !exception.Is(ConnectorErrors.TimedOut));
    }

    /// <summary>Whoever wrote to the bot meanwhile is there again: then the version has moved on, and it stays.</summary>
    private Task<CommitResult> ForgetAsync(StoredDocument stored) =>
        store.CommitAsync(new Commit([new DocumentWrite(stored.Key, stored.Version, null)]), CancellationToken.None);
}
