using FastTrackBot.FastTrack.Assessment.Rules;
using FastTrackBot.Platform.Graph.Tenant;

namespace FastTrackBot.FastTrack.Assessment.Checks;

/// <summary>Security defaults, or Conditional Access in their place.</summary>
public sealed class SignInCheck() : Check("signIn", "Policy.Read.All")
{
    public override async Task<IReadOnlyList<Found>> RunAsync(TenantReader tenant, CancellationToken cancellationToken)
    {
        // Reading the policies is allowed once a second for all apps together: it is done only where it decides.
        var defaults = await tenant.Graph.GetSecurityDefaultsAsync(cancellationToken);
        if (defaults.IsEnabled is true) return [];
        List<string> policies = [];
        await foreach (var policy in tenant.Graph.ListConditionalAccessPoliciesAsync(cancellationToken)) policies.Add(policy.State ?? "");
        return [.. SecurityRules.FindSignIn(false, policies)];
    }
}

/// <summary>How many may do everything.</summary>
public sealed class GlobalAdminCheck() : Check("globalAdmins", "RoleManagement.Read.Directory")
{
    public override async Task<IReadOnlyList<Found>> RunAsync(TenantReader tenant, CancellationToken cancellationToken)
    {
        HashSet<string> admins = [];
        await foreach (var assignment in tenant.Graph.ListGlobalAdministratorsAsync(cancellationToken))
        {
            if (assignment is { RoleDefinitionId: TenantReads.GlobalAdministrator, PrincipalId: { } principal }) admins.Add(principal);
        }

        var limits = Thresholds.Current;
        return [.. SecurityRules.FindGlobalAdmins(admins.Count, limits.FewestGlobalAdmins.Value, limits.MostGlobalAdmins.Value)];
    }
}

/// <summary>Microsoft's own measure of how well the tenant is protected.</summary>
public sealed class SecureScoreCheck() : Check("secureScore", "SecurityEvents.Read.All")
{
    public override async Task<IReadOnlyList<Found>> RunAsync(TenantReader tenant, CancellationToken cancellationToken)
    {
        if (await tenant.Graph.FindSecureScoreAsync(cancellationToken) is not { } score) return [];
        var reached = (score.ControlScores ?? []).Where(control => control.ControlName is not null)
            .GroupBy(control => control.ControlName!).ToDictionary(group => group.Key, group => group.Sum(control => control.Score ?? 0));
        List<MissingControl> missing = [];
        await foreach (var profile in tenant.Graph.ListControlProfilesAsync(cancellationToken))
        {
            // What the score does not list does not apply to the tenant.
            if (profile.Deprecated is not true && reached.TryGetValue(profile.Id, out var points))
                missing.Add(new MissingControl(profile.Title ?? profile.Id, (profile.MaxScore ?? 0) - points));
        }

        var limits = Thresholds.Current;
        var facts = new ScoreFacts(score.CurrentScore ?? 0, score.MaxScore ?? 0, missing);
        return [.. SecurityRules.FindScore(facts, limits.SecureScore.Value, limits.MissingControls.Value)];
    }
}
