namespace FastTrackBot.FastTrack.Assistance;

/// <summary>Why the organisation wants a workload. <see cref="Label"/> is an operator's wording; built-in reasons have texts.</summary>
public sealed record BusinessReason(string Id, string? Label = null);

/// <summary>
/// A short list to pick from. Each names an occasion rather than a virtue ("a contract ends", not "efficiency"): an occasion has a date,
/// and the date is what a plan needs. An operator can put another list in its place.
/// </summary>
public static class BusinessReasons
{
    public static IReadOnlyList<BusinessReason> Default { get; } =
        EmbeddedData.Read("FastTrack/Assistance/Data/business-reasons.json", AssistanceJson.Default.BusinessReasonFile).Reasons;

    /// <summary>The operator's labels as reasons, blank ones and repetitions left out; the default if none are left.</summary>
    public static IReadOnlyList<BusinessReason> From(IEnumerable<string> labels)
    {
        List<BusinessReason> own = [.. labels.Select(label => label.Trim()).Where(label => label.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase).Select(label => new BusinessReason(label, label))];
        return own.Count > 0 ? own : Default;
    }
}

internal sealed record BusinessReasonFile(Source Source, IReadOnlyList<BusinessReason> Reasons);
