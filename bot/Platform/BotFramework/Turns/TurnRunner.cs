using System.Globalization;
using System.Text.Json;
using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Platform.BotFramework.Turns;

/// <summary>
/// Runs a turn in one direction: handle (collect), commit once, send. A conflict runs it again from fresh state;
/// a second delivery of the same activity changes nothing and gets the answer of the first.
/// </summary>
public sealed class TurnRunner(ActivityHandler handler, IStore store, MessageDelivery delivery, TimeProvider clock, ILogger<TurnRunner> logger)
{
    /// <summary>Within one process a turn that lost once has the documents to itself; what may still win are other instances and the work queue.</summary>
    private const int MaximumRuns = 25;

    private readonly ConversationOrder _order = new();

    /// <summary>Turns that lost a document to each other wait for it one after the other: fifty who tick one list at once all get through.</summary>
    private readonly ConversationOrder _contenders = new();

    /// <param name="correlation">Named to the person when the turn fails, and in the log.</param>
    /// <exception cref="StoreException">Nothing was written; the channel may deliver the activity again.</exception>
    /// <exception cref="TurnContendedException">Likewise.</exception>
    public async Task<TurnOutcome> RunAsync(Activity activity, string correlation, CancellationToken cancellationToken)
    {
        // Flows into the handler and ends with this method: async locals do not leave it.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = TurnCulture.Of(activity.Locale);
        using var turn = await _order.EnterAsync(activity.Conversation!.Id!, cancellationToken);

        // Asked before the commit: it may find as pending what is noted as sent in that very moment, and sent once more it would be there twice.
        var isSending = activity.Id is { } id && delivery.IsSending(activity.Conversation.Id!, id);
        var (outcome, record, result) = await RunOnceAsync(activity, correlation, inQueue: false, cancellationToken);
        if (result.Outcome is CommitOutcome.Conflict)
        {
            // The place is given up with the commit: sending takes its own time.
            using var place = await _contenders.EnterAsync(result.Contended.ToString()!, cancellationToken);
            for (var run = 2; run <= MaximumRuns && result.Outcome is CommitOutcome.Conflict; run++)
            {
                Log.TurnConflict(logger, activity.Id, result.Contended.ToString()!, run - 1);
                (outcome, record, result) = await RunOnceAsync(activity, correlation, inQueue: true, cancellationToken);
            }
        }

        switch (result.Outcome)
        {
            case CommitOutcome.Committed:
                await delivery.DeliverAsync(record, outcome);
                return outcome;
            case CommitOutcome.Duplicate:
                return await RepeatAsync(result.Earlier!, isSending);
            default:
                throw new TurnContendedException(activity.Id);
        }
    }

    private async Task<(TurnOutcome Outcome, TurnRecord? Record, CommitResult Result)> RunOnceAsync(
        Activity activity, string correlation, bool inQueue, CancellationToken cancellationToken)
    {
        var context = await HandleAsync(activity, correlation, cancellationToken);
        var outcome = OutcomeOf(context);
        var record = RecordOf(activity, outcome);
        var commit = context.Documents.ToCommit(record);
        // Whoever comes fresh stands behind those who lost a document already; otherwise one of these could lose for ever.
        return !inQueue && FoughtOver(commit) is { } key
            ? (outcome, record, new CommitResult(CommitOutcome.Conflict, Contended: key))
            : (outcome, record, await store.CommitAsync(commit, cancellationToken));
    }

    private DocumentKey? FoughtOver(Commit commit) =>
        _contenders.IsEmpty ? null : commit.Writes.Select(write => (DocumentKey?)write.Key).FirstOrDefault(key => _contenders.Has(key.ToString()!));

    private async Task<TurnContext> HandleAsync(Activity activity, string correlation, CancellationToken cancellationToken)
    {
        var context = NewContext(activity);
        try
        {
            await Installations.NoteAsync(context, cancellationToken);
            await handler.OnTurnAsync(context, cancellationToken);
            return context;
        }
        catch (Exception exception) when (exception is not StoreException && !cancellationToken.IsCancellationRequested)
        {
            // Whatever the turn had collected is dropped; the person learns that nothing changed, and what to quote to the operator.
            Log.TurnFailed(logger, activity.Id, correlation, exception);
            context = NewContext(activity);
            context.Apologise(correlation);
            return context;
        }
    }

    private TurnContext NewContext(Activity activity) =>
        new(activity, CultureInfo.CurrentCulture, new DocumentSession(store), clock);

    private async Task<TurnOutcome> RepeatAsync(TurnRecord earlier, bool isSending)
    {
        Log.TurnRepeated(logger, earlier.ActivityId);
        var outcome = JsonSerializer.Deserialize(earlier.Outcome.Span, TurnJson.Default.TurnOutcome)!;
        if (earlier.Pending && !isSending) await delivery.DeliverAsync(earlier, outcome);
        return outcome;
    }

    private static TurnOutcome OutcomeOf(TurnContext context)
    {
        var response = context.Response
            ?? (context.Activity.Type == ActivityTypes.Invoke ? InvokeResponse.NotImplemented : new InvokeResponse(StatusCodes.Status200OK));
        // Whoever asked to have the replies in the answer gets them there, and nowhere else.
        return context.Activity is { Type: ActivityTypes.Message, DeliveryMode: "expectReplies" }
            ? new TurnOutcome(response.Status, ExpectedReplies.Of(context.Messages), [])
            : new TurnOutcome(response.Status, response.Body, context.Messages);
    }

    /// <summary>An activity without an id cannot be recognised again, and so has no record.</summary>
    private static TurnRecord? RecordOf(Activity activity, TurnOutcome outcome) =>
        activity.Id is not { Length: > 0 } id
            ? null
            : new TurnRecord(activity.Conversation!.Id!, id,
                JsonSerializer.SerializeToUtf8Bytes(outcome, TurnJson.Default.TurnOutcome), Pending: outcome.Messages.Count > 0);
}

/// <summary>Other turns changed the same documents again and again; nothing was written, and the channel may deliver again.</summary>
public sealed class TurnContendedException(string? activityId)
    : Exception($"Activity {activityId} lost every race for its documents.");
