using FastTrackBot.FastTrack.Assessment;

namespace FastTrackBot.FastTrack.Remediation;

internal static class PlanWords
{
    public static string Severity(Severity severity) => severity switch
    {
        FastTrack.Severity.Blocker => Text.Severity_Blocker,
        FastTrack.Severity.Warning => Text.Severity_Warning,
        _ => Text.Severity_Advice,
    };

    public static string State(RemediationItem item) => item.State switch
    {
        RemediationState.Open => Text.State_Open,
        RemediationState.Fixed => WaitsFor(item),
        RemediationState.Verified => Text.State_Verified,
        _ => Text.State_Waived,
    };

    private static string WaitsFor(RemediationItem item) => (item.ByCustomer, item.ByFastTrack) switch
    {
        (null, null) => Text.WaitsForBoth,
        (null, _) => Text.WaitsForCustomer,
        _ => Text.WaitsForFastTrack,
    };
}
