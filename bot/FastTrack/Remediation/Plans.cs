using FastTrackBot.FastTrack.Remediation.Posts;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Remediation;

/// <summary>The plans of a tenant, as one turn sees and changes them.</summary>
public static class Plans
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromHours(1);
    private static readonly TimeSpan LookAgainAtLatest = TimeSpan.FromDays(1);

    /// <summary>
    /// The plan, held against the latest assessment: what the tenant shows as fixed is fixed, without anyone saying so. The next save keeps that.
    /// </summary>
    public static async ValueTask<PlanView> ReadAsync(
        DocumentSession documents, string tenantId, Engagement engagement, CancellationToken cancellationToken)
    {
        var stored = await documents.ReadAsync(RemediationDocument.Kind, tenantId, engagement.Id, cancellationToken) ?? new RemediationPlan(engagement.Id, []);
        var assessment = engagement.IsElsewhere
            ? null
            : await documents.ReadAsync(TenantAssessmentDocument.Kind, tenantId, TenantAssessmentDocument.Id, cancellationToken);
        var current = assessment is null ? new RemediationChange(stored, []) : RemediationRules.Recheck(stored, assessment);
        return new PlanView(current.Plan, current.Events, assessment);
    }

    /// <summary>Saves the plan with its engagement, whose history tells what happened.</summary>
    public static void Save(TurnContext turn, Engagement engagement, PlanView view, RemediationChange change)
    {
        // What was reported as fixed shows in the tenant when DNS and directory have caught up; the rest is looked at once a day.
        var soon = change.Events.Any(happened => happened.Kind == EventKind.RemediationDone);
        if (!engagement.IsElsewhere && change.Plan.Open.Any())
        {
            turn.Documents.Queue(TenantAssessmentDocument.ReassessWork, turn.TenantId, turn.Clock.GetUtcNow() + (soon ? LookAgainAfter : LookAgainAtLatest));
        }

        if (engagement.HasPosts) RemediationPosts.Queue(turn.Documents, turn.TenantId, engagement.Id, turn.Clock.GetUtcNow());
        turn.Documents.Save(RemediationDocument.Kind, turn.TenantId, engagement.Id, change.Plan);
        EngagementDocument.Save(turn.Documents, turn.TenantId, engagement, [.. view.Rechecked, .. change.Events]);
    }
}

/// <param name="Rechecked">What the latest assessment showed, and no history tells yet.</param>
public sealed record PlanView(RemediationPlan Plan, IReadOnlyList<EngagementEvent> Rechecked, TenantAssessment? Assessment);
