using FastTrackBot.FastTrack.Assessment.Rules;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Assessment;

/// <summary>
/// Looks at the tenant once a day, without anyone asking, as long as a remediation plan has something to be put right: what was fixed there shows in
/// the plan by itself. Its key is the tenant.
/// </summary>
public sealed class ReassessWork(AssessmentRunner runner, TimeProvider clock) : WorkKind(TenantAssessmentDocument.ReassessWork)
{
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    /// <summary>Whoever reads who made an assessment: the bot, by itself.</summary>
    private static readonly Person Itself = new("", "FastTrackBot");

    public override TimeSpan Lease => TimeSpan.FromMinutes(12);

    public override async Task<WorkResult> DoAsync(WorkClaim claim, DocumentSession documents, CancellationToken cancellationToken)
    {
        var tenant = claim.Key;
        var plans = await documents.ReadAllAsync(RemediationDocument.Kind, tenant, cancellationToken);
        if (!plans.Any(plan => plan.Open.Any())) return WorkResult.Done;

        var results = await runner.RunAsync(_ => Task.CompletedTask, cancellationToken);
        var made = new AssessmentMade(Guid.NewGuid().ToString("N"), clock.GetUtcNow(), Itself);
        await Judgement.SaveAsync(documents, tenant, made, results, cancellationToken);
        documents.Queue(Name, tenant, made.At + Interval);
        return WorkResult.Done;
    }
}
