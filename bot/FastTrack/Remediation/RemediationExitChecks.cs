using FastTrackBot.Platform;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Remediation;

/// <summary>Every blocker and warning that the assessment found is in the plan, or was waived.</summary>
public sealed class RemediationPlanned() : ExitCheck("remediationPlanned")
{
    public override async ValueTask<string?> OpenAsync(
        DocumentSession documents, string tenantId, Engagement engagement, CancellationToken cancellationToken)
    {
        var view = await Plans.ReadAsync(documents, tenantId, engagement, cancellationToken);
        if (view.Assessment is null && !engagement.IsElsewhere) return Text.Open_Unassessed;
        var unplanned = RemediationRules.Unplanned(view.Plan, view.Assessment).Count;
        return unplanned == 0 ? null : Text.Open_Unplanned.With(unplanned);
    }
}

/// <summary>Both sides have verified every item of the plan.</summary>
public sealed class RemediationVerified() : ExitCheck("remediationVerified")
{
    public override async ValueTask<string?> OpenAsync(
        DocumentSession documents, string tenantId, Engagement engagement, CancellationToken cancellationToken)
    {
        var view = await Plans.ReadAsync(documents, tenantId, engagement, cancellationToken);
        var open = view.Plan.Open.Count();
        return open == 0 ? null : Text.Open_Unverified.With(open);
    }
}

/// <summary>The tenant was assessed. A customer's own tenant cannot be read from here: there people assess, and tick it in the checklist.</summary>
public sealed class TenantAssessed() : ExitCheck("assessed")
{
    public override async ValueTask<string?> OpenAsync(
        DocumentSession documents, string tenantId, Engagement engagement, CancellationToken cancellationToken)
    {
        var view = await Plans.ReadAsync(documents, tenantId, engagement, cancellationToken);
        return engagement.IsElsewhere || view.Assessment?.At >= engagement.StartedAt ? null : Text.Open_Unassessed;
    }
}
