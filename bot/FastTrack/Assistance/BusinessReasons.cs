namespace FastTrackBot.FastTrack.Assistance;

/// <summary>Why the organisation wants a workload.</summary>
public sealed record BusinessReason(string Id);

/// <summary>
/// A short list to pick from. Each names an occasion rather than a virtue ("a contract ends", not "efficiency"): an occasion has a date,
/// and the date is what a plan needs.
/// </summary>
public static class BusinessReasons
{
    public static IReadOnlyList<BusinessReason> Default { get; } =
        EmbeddedData.Read("FastTrack/Assistance/Data/business-reasons.json", AssistanceJson.Default.BusinessReasonFile).Reasons;
}

internal sealed record BusinessReasonFile(Source Source, IReadOnlyList<BusinessReason> Reasons);
