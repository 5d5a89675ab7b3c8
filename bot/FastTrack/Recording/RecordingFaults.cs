using FastTrackBot.Platform;
using FastTrackBot.Platform.Graph;

namespace FastTrackBot.FastTrack.Recording;

/// <summary>Graph's refusals in words for an operator: what is missing, and where to put it right.</summary>
internal static class RecordingFaults
{
    public static string OfList(GraphException exception, RecordingOptions options) =>
        exception.IsForbidden ? Text.ListForbidden.With(options.SiteUrl)
        : exception.Status == 404 ? Text.SiteNotFound.With(options.SiteUrl)
        : Text.ListFailed.With(exception.Message);

    public static string OfPlan(GraphException exception, RecordingOptions options) =>
        exception.IsForbidden && exception.Code is { } code && code.StartsWith("Maximum", StringComparison.Ordinal) ? Text.PlanLimit.With(code)
        : exception.IsForbidden ? Text.PlanForbidden.With(options.GroupId)
        : exception.Status == 404 ? Text.GroupNotFound.With(options.GroupId)
        : Text.PlanFailed.With(exception.Message);
}
