using FastTrackBot.Platform;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Enablement;

/// <summary>Enough people use the services.</summary>
public sealed class CompletionMilestoneReached() : ExitCheck("completionMilestone")
{
    public override async ValueTask<string?> OpenAsync(
        DocumentSession documents, string tenantId, Engagement engagement, CancellationToken cancellationToken)
    {
        var facts = await documents.ReadAsync(EnablementDocument.Kind, tenantId, engagement.Id, cancellationToken);
        if (EnablementRules.IsComplete(engagement, facts)) return null;
        var needed = EnablementRules.UsersNeeded(engagement, facts);
        return facts?.ActiveUsers is { } active ? Text.Open_Active.With(active, needed) : Text.Open_Unknown.With(needed);
    }
}
