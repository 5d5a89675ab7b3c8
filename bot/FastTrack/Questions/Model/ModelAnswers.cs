using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Platform.Model;

namespace FastTrackBot.FastTrack.Questions.Model;

/// <summary>Has the model answer a question in time, and sends what could be checked of it.</summary>
internal sealed class ModelAnswers(ModelTalk talk, ProposalCard proposal, AnswerSender sender, TimeProvider clock, ILogger<ModelAnswers> logger)
{
    /// <returns>False where there is no answer from the model, and the one from the texts is to be sent.</returns>
    public async Task<bool> AnswerAsync(TurnContext asker, AskedQuestion asked, CancellationToken cancellationToken)
    {
        await ShowTypingAsync(asker, cancellationToken);
        if (await AskAsync(asker, asked, cancellationToken) is not { } answer) return false;
        var to = asker.Conversation;
        if (!answer.Text.IsEmpty) await sender.SendAsync(to, ModelText.Of(NewMessage(asker), answer.Text.Markdown, answer.Text.Citations), cancellationToken);
        if (answer.Command is { } command) await sender.SendAsync(to, proposal.Fill(NewMessage(asker), command, asked.Question), cancellationToken);
        return true;
    }

    private async Task<ModelAnswer?> AskAsync(TurnContext asker, AskedQuestion asked, CancellationToken cancellationToken)
    {
        var rest = asked.Until - clock.GetUtcNow();
        if (rest <= TimeSpan.Zero)
        {
            Log.NoAnswer(logger, ModelFailure.TimedOut, "The question waited too long.");
            return null;
        }

        using var limit = new CancellationTokenSource(rest, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var answer = await talk.AnswerAsync(asker, asked.Question, both.Token);
            Log.Answered(logger, answer.Text.Sentences, answer.Dropped, answer.Text.Citations.Count);
            return answer.IsEmpty ? null : answer;
        }
        catch (ModelException exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NoAnswer(logger, exception.Failure, exception.Message);
            return null;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            Log.NoAnswer(logger, ModelFailure.TimedOut, "The time ran out between two calls.");
            return null;
        }
    }

    /// <summary>So that nobody wonders for seconds. Whether it comes is of no importance; the answer itself tells what is wrong with the channel.</summary>
    private async Task ShowTypingAsync(TurnContext asker, CancellationToken cancellationToken)
    {
        try
        {
            await sender.ShowTypingAsync(asker.Conversation, NewMessage(asker), cancellationToken);
        }
        catch (ConnectorException exception)
        {
            Log.NoTyping(logger, exception.Message);
        }
    }

    private static Activity NewMessage(TurnContext asker) => asker.Conversation.NewMessage() with { ChannelId = asker.Activity.ChannelId };
}
