using FastTrackBot.Platform;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Lifecycle;

/// <summary>The required items of the phase are done.</summary>
public sealed class RequiredItemsDone() : ExitCheck(Id)
{
    public const string Id = "requiredItemsDone";

    public override ValueTask<string?> OpenAsync(
        DocumentSession documents, string tenantId, Engagement engagement, CancellationToken cancellationToken)
    {
        var open = engagement.Current.Count(item => !item.IsDone && Checklists.Find(item.Id) is { Required: true });
        return ValueTask.FromResult(open == 0 ? null : Text.Open_Items.With(open));
    }
}

/// <summary>It is known who leads the engagement for FastTrack.</summary>
public sealed class LeadNamed() : ExitCheck("leadNamed")
{
    public override ValueTask<string?> OpenAsync(
        DocumentSession documents, string tenantId, Engagement engagement, CancellationToken cancellationToken) =>
        ValueTask.FromResult(engagement.Team.Any(member => member.Role is Role.Specialist or Role.Partner) ? null : Text.Open_Lead);
}

/// <summary>The customer's project team is known.</summary>
public sealed class TeamNamed() : ExitCheck("teamNamed")
{
    public override ValueTask<string?> OpenAsync(
        DocumentSession documents, string tenantId, Engagement engagement, CancellationToken cancellationToken)
    {
        var named = engagement.Team.Any(member => member.Role == Role.ProjectTeam) || engagement.Groups.Any(group => group.Role == Role.ProjectTeam);
        return ValueTask.FromResult(named ? null : Text.Open_Team);
    }
}
