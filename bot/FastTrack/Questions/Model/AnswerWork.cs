using System.Globalization;
using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Platform.BotFramework.Streaming;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Questions.Model;

/// <summary>
/// Answers a question that was taken: with the model at the first attempt, and from the texts where that fails, or where a crash came in between.
/// Its key is tenant/id.
/// </summary>
internal sealed class AnswerWork(ModelAnswers answers, QuestionDesk desk, StreamedAnswers streams, TimeProvider clock) : WorkKind(KindName)
{
    public const string KindName = "answer";

    private const int MostAttempts = 3;

    /// <summary>Mostly waiting for the model.</summary>
    public override int Parallelism => 16;

    /// <summary>The longest time that a model may take, and as much for the channel.</summary>
    public override TimeSpan Lease => TimeSpan.FromMinutes(1.5);

    public override async Task<WorkResult> DoAsync(WorkClaim claim, DocumentSession documents, CancellationToken cancellationToken)
    {
        var (tenant, id) = claim.TenantAndId();
        if (await documents.ReadAsync(ModelDocuments.Asked, tenant, id, cancellationToken) is not { } asked) return WorkResult.Done;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = TurnCulture.Of(asked.Activity.Locale);
        var asker = new TurnContext(asked.Activity, CultureInfo.CurrentCulture, documents, clock);
        using var stream = streams.Open(asker.Conversation, ModelAnswers.NewMessage(asker), asked.StreamId);
        try
        {
            var isAnswered = claim.Attempt == 1 && await answers.AnswerAsync(asker, asked, stream, cancellationToken);
            if (!isAnswered) await SendDefaultAsync(asker, asked.Question, stream, cancellationToken);
        }
        catch (ConnectorException exception)
        {
            if (exception.IsTransient && claim.Attempt < MostAttempts) return WorkResult.Again(exception.Message, TimeSpan.FromSeconds(2));
            documents.Delete(ModelDocuments.Asked, tenant, id);
            return WorkResult.GiveUp(exception.Message);
        }

        documents.Delete(ModelDocuments.Asked, tenant, id);
        return WorkResult.Done;
    }

    private async Task SendDefaultAsync(TurnContext asker, string question, StreamedAnswer stream, CancellationToken cancellationToken)
    {
        await desk.AnswerAtOnceAsync(asker, question, cancellationToken);
        foreach (var message in asker.Messages) await stream.SendAsync(message.Activity, cancellationToken);
    }
}
