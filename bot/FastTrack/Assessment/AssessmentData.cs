using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Assessment;

/// <summary>Who asked for an assessment, and who answered its questions. What was found and answered is about the tenant, and stays.</summary>
internal sealed class AssessmentData : PersonalData
{
    public override async ValueTask<IReadOnlyList<KeptData>> TellAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var run = await turn.Documents.ReadAsync(AssessmentRun.Kind, turn.TenantId, AssessmentRun.Id, cancellationToken);
        var answers = await turn.Documents.ReadAsync(TenantAnswersDocument.Kind, turn.TenantId, TenantAnswersDocument.Id, cancellationToken);
        return run?.By.ObjectId == turn.Sender.ObjectId || answers?.All.Any(answer => answer.By.ObjectId == turn.Sender.ObjectId) == true ? [new KeptData(Text.Kept_Assessment)] : [];
    }

    public override async Task EraseAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        // Without it the result is shown to nobody, if it is still to come.
        await erasure.EachAsync(AssessmentRun.Kind, (_, run) => erasure.Is(run.By) ? null : run, cancellationToken);
        await erasure.EachAsync(TenantAnswersDocument.Kind, (_, answers) => Without(answers, erasure), cancellationToken);
    }

    private static TenantAnswers Without(TenantAnswers answers, Erasure erasure) =>
        answers.All.Any(answer => erasure.Is(answer.By))
            ? new TenantAnswers([.. answers.All.Select(answer => answer with { By = erasure.Replace(answer.By) })])
            : answers;
}
