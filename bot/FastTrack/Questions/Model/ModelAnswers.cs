using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Streaming;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Platform.Model;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Questions.Model;

/// <summary>Has the model answer a question in time, and sends what could be checked of it, as soon as it is checked.</summary>
internal sealed class ModelAnswers(ModelTalk talk, ProposalCard proposal, IStore store, TimeProvider clock, ILogger<ModelAnswers> logger)
{
    /// <returns>False where the model has no answer, or broke off, and the one from the texts is to be sent.</returns>
    public async Task<bool> AnswerAsync(TurnContext asker, AskedQuestion asked, StreamedAnswer stream, CancellationToken cancellationToken)
    {
        if (asked.Until <= clock.GetUtcNow())
        {
            Log.NoAnswer(logger, ModelFailure.TimedOut, "The question waited too long.");
            return false;
        }

        var draft = talk.Begin(asker, asked.Question);
        await stream.BeginAsync(Doing(draft.Sources.Passages.Count), cancellationToken);
        if (stream.Id is { } id) await NoteAsync(asker, asked with { StreamId = id }, cancellationToken);
        var (isWhole, command) = await AskAsync(asker, asked, draft, stream, cancellationToken);
        if (stream.IsStopped) Log.Stopped(logger);
        else if (isWhole) return await SendAsync(asker, draft, command is null ? null : proposal.Fill(NewMessage(asker), command, asked.Question), stream, cancellationToken);
        else if (stream.Shown.Length > 0) await stream.SendAsync(MessageOf(asker, draft, Text.BrokenOff), cancellationToken);
        return stream.IsStopped;
    }

    /// <summary>How a message to whoever asked begins.</summary>
    public static Activity NewMessage(TurnContext asker) => asker.Conversation.NewMessage() with { ChannelId = asker.Activity.ChannelId };

    /// <summary>So that whoever takes the work on after a crash finds what stands in the chat already. It is known before the work is done, and so in a commit of its own.</summary>
    private async Task NoteAsync(TurnContext asker, AskedQuestion asked, CancellationToken cancellationToken)
    {
        var (session, id) = (new DocumentSession(store), ModelDocuments.IdOf(asker));
        if (await session.ReadAsync(ModelDocuments.Asked, asker.TenantId, id, cancellationToken) is null) return;
        session.Save(ModelDocuments.Asked, asker.TenantId, id, asked);
        await store.CommitAsync(session.ToCommit(), cancellationToken);
        // The commit of the work has to know of it.
        await asker.Documents.ReadAsync(ModelDocuments.Asked, asker.TenantId, id, cancellationToken);
    }

    private async Task<(bool IsWhole, string? Command)> AskAsync(TurnContext asker, AskedQuestion asked, AnswerDraft draft, StreamedAnswer stream, CancellationToken cancellationToken)
    {
        var rest = asked.Until - clock.GetUtcNow();
        using var limit = new CancellationTokenSource(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return (true, await talk.AnswerAsync(asker, asked.Question, draft, stream, both.Token));
        }
        catch (ModelException exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NoAnswer(logger, exception.Failure, exception.Message);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            Log.NoAnswer(logger, ModelFailure.TimedOut, "The time ran out between two calls.");
        }

        return (false, null);
    }

    private async Task<bool> SendAsync(TurnContext asker, AnswerDraft draft, Activity? offer, StreamedAnswer stream, CancellationToken cancellationToken)
    {
        Log.Answered(logger, draft.Proven.Sentences, draft.Dropped, draft.Proven.Citations.Count);
        if (!draft.Proven.IsEmpty) await stream.SendAsync(MessageOf(asker, draft), cancellationToken);
        if (offer is not null) await stream.SendAsync(offer, cancellationToken);
        return !draft.Proven.IsEmpty || offer is not null;
    }

    private static string Doing(int passages) => passages switch
    {
        0 => Text.Doing_Looking,
        1 => Text.Doing_ReadingOne,
        _ => Text.Doing_Reading.With(passages),
    };

    private static Activity MessageOf(TurnContext asker, AnswerDraft draft, string? end = null) => ModelText.Of(
        NewMessage(asker), end is null ? draft.Proven.Markdown : $"{draft.Proven.Markdown}\n\n{end}", draft.Proven.Citations);
}
