using System.Globalization;
using FastTrackBot.FastTrack.Assessment.Rules;
using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Assessment;

/// <summary>Makes the assessment that was asked for, keeps what it found, and then has the card shown. Its key is the tenant.</summary>
public sealed class AssessmentWork(AssessmentRunner runner, AssessmentCard card, PostedCards posted, TimeProvider clock, ILogger<AssessmentWork> log)
    : WorkKind(KindName)
{
    public const string KindName = "assessment";

    /// <summary>Teams takes few updates of one message; nobody reads more.</summary>
    private const int ChecksPerUpdate = 4;

    /// <summary>Then somebody has to look why, and to ask anew.</summary>
    internal const int MostAttempts = 5;

    /// <summary>A tenant of a hundred thousand accounts is read in a few minutes.</summary>
    public override TimeSpan Lease => TimeSpan.FromMinutes(12);

    public override async Task<WorkResult> DoAsync(WorkClaim claim, DocumentSession documents, CancellationToken cancellationToken)
    {
        var tenant = claim.Key;
        if (await documents.ReadAsync(AssessmentRun.Kind, tenant, AssessmentRun.Id, cancellationToken) is not { FinishedAt: null } run) return WorkResult.Done;

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = TurnCulture.Of(run.To.Locale);
        if (claim.Attempt > MostAttempts) return await GiveUpAsync(documents, run, cancellationToken);
        var results = await runner.RunAsync(done => ShowProgressAsync(documents, tenant, done, cancellationToken), cancellationToken);
        // Somebody may have asked again meanwhile, and is to see the result as well.
        run = await documents.ReadAsync(AssessmentRun.Kind, tenant, AssessmentRun.Id, cancellationToken) ?? run;
        var assessment = await Judgement.SaveAsync(documents, tenant, new AssessmentMade(run.RunId, clock.GetUtcNow(), run.By), results, cancellationToken);
        documents.Save(AssessmentRun.Kind, tenant, AssessmentRun.Id, run with { FinishedAt = assessment.At });
        documents.Queue(AssessmentCardWork.KindName, tenant, assessment.At);
        Log.Finished(log, run.RunId, assessment.Findings.Count, assessment.Checks.Count(check => check.State != CheckState.Done), assessment.Checks.Count);
        return WorkResult.Done;
    }

    /// <summary>Whether anyone sees the progress does not decide about the assessment.</summary>
    private async Task ShowProgressAsync(DocumentSession documents, string tenant, int done, CancellationToken cancellationToken)
    {
        if (done % ChecksPerUpdate != 0 || done == runner.Checks) return;
        if (await documents.ReadAsync(AssessmentRun.Kind, tenant, AssessmentRun.Id, cancellationToken) is { } run)
            await ShowAsync(documents, run, card.FillProgress(done, runner.Checks), cancellationToken);
    }

    private async Task<WorkResult> GiveUpAsync(DocumentSession documents, AssessmentRun run, CancellationToken cancellationToken)
    {
        await ShowAsync(documents, run, card.FillProgress(0, runner.Checks, Text.GivenUp), cancellationToken);
        documents.Save(AssessmentRun.Kind, run.To.TenantId ?? "", AssessmentRun.Id, run with { FinishedAt = clock.GetUtcNow() });
        return WorkResult.GiveUp($"The assessment did not come to its end in {MostAttempts} attempts.");
    }

    private async Task ShowAsync(DocumentSession documents, AssessmentRun run, RawJson shown, CancellationToken cancellationToken)
    {
        try
        {
            var progress = new PostedCard(AssessmentCard.PostedName, shown, Text.Progress_Summary);
            await posted.TryUpdateAsync(documents, run.To, run.By.ObjectId, progress, cancellationToken);
        }
        catch (ConnectorException exception)
        {
            Log.ProgressNotShown(log, exception);
        }
    }
}

/// <summary>Puts the result in the place of the card of progress; where that is gone it comes as a new one. Its key is the tenant.</summary>
public sealed class AssessmentCardWork(AssessmentCard card, PostedCards posted) : WorkKind(KindName)
{
    public const string KindName = "assessment-card";

    public override async Task<WorkResult> DoAsync(WorkClaim claim, DocumentSession documents, CancellationToken cancellationToken)
    {
        var tenant = claim.Key;
        if (await documents.ReadAsync(AssessmentRun.Kind, tenant, AssessmentRun.Id, cancellationToken) is not { FinishedAt: not null } run) return WorkResult.Done;
        if (await documents.ReadAsync(TenantAssessmentDocument.Kind, tenant, TenantAssessmentDocument.Id, cancellationToken) is not { } assessment) return WorkResult.Done;
        var answers = await documents.ReadAsync(TenantAnswersDocument.Kind, tenant, TenantAnswersDocument.Id, cancellationToken) ?? TenantAnswers.None;

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = TurnCulture.Of(run.To.Locale);
        var result = new PostedCard(AssessmentCard.PostedName, card.Fill(assessment, answers, from: 0), AssessmentCard.Headline(assessment));
        try
        {
            if (!await posted.TryUpdateAsync(documents, run.To, run.By.ObjectId, result, cancellationToken))
                await posted.SendAsync(documents, run.To, run.By.ObjectId, result, cancellationToken);
            return WorkResult.Done;
        }
        catch (ConnectorException exception)
        {
            return exception.IsFinal
                ? WorkResult.GiveUp(exception.Message)
                : WorkResult.Again(exception.Message, exception.RetryAfter);
        }
    }
}
