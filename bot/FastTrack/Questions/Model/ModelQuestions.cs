using FastTrackBot.Platform.BotFramework.Turns;
using Microsoft.Extensions.Options;

namespace FastTrackBot.FastTrack.Questions.Model;

/// <summary>Takes questions for the model, to be answered after the turn: a model takes seconds, and a turn must not.</summary>
public sealed class ModelQuestions(IOptions<ModelOptions> options)
{
    /// <summary>Longer texts are pasted documents; the model gets to see their beginning.</summary>
    private const int LongestQuestion = 1_000;

    /// <returns>False where the question is to be answered without a model: there is none, or the person has had today's share.</returns>
    public async ValueTask<bool> TakeAsync(TurnContext turn, string question, CancellationToken cancellationToken)
    {
        // Whoever wants the reply in the HTTP answer cannot be sent one later.
        if (!options.Value.IsOn() || turn.Activity is { DeliveryMode: "expectReplies" } or { Id: null or "" }) return false;
        if (!await CountAsync(turn, cancellationToken)) return false;

        var id = ModelDocuments.IdOf(turn);
        var now = turn.Clock.GetUtcNow();
        var asked = new AskedQuestion(
            turn.Activity with { Attachments = null, Value = null }, Platform.Words.Cut(question, LongestQuestion), now + options.Value.Timeout);
        turn.Documents.Save(ModelDocuments.Asked, turn.TenantId, id, asked);
        turn.Documents.Queue(AnswerWork.KindName, $"{turn.TenantId}/{id}", now);
        return true;
    }

    private async ValueTask<bool> CountAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(turn.Clock.GetUtcNow().UtcDateTime);
        var use = await turn.Documents.ReadAsync(ModelDocuments.Use, turn.TenantId, turn.Sender.ObjectId, cancellationToken);
        var before = use?.Day == today ? use.Questions : 0;
        if (before >= options.Value.AnswersPerDay) return false;
        turn.Documents.Save(ModelDocuments.Use, turn.TenantId, turn.Sender.ObjectId, new ModelUse(today, before + 1));
        return true;
    }
}
