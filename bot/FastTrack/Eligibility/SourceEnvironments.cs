namespace FastTrackBot.FastTrack.Eligibility;

/// <summary>Whether the benefit moves data out of a system, and the grounds.</summary>
public sealed record SourceVerdict(SourceSystem System, Verdict Verdict, IReadOnlyList<Reason> Reasons, IReadOnlyList<Change> Changes);

/// <summary>The systems that data may come from: what the default says, and what later pages changed.</summary>
public static class SourceEnvironments
{
    private static readonly Dictionary<SourceSystem, SourceEnvironment> BySystem =
        EmbeddedData.Read("FastTrack/Eligibility/Data/source-environments.json", EligibilityJson.Default.SourceEnvironmentFile)
            .Environments.ToDictionary(environment => environment.System);

    public static IReadOnlyCollection<SourceEnvironment> All => BySystem.Values;

    public static SourceEnvironment Get(SourceSystem system) => BySystem[system];

    /// <param name="version">As a person typed it; null or unreadable is "unknown", never an error.</param>
    /// <param name="count">How many such environments there are; null if nobody said.</param>
    public static SourceVerdict Check(SourceSystem system, string? version = null, int? count = null)
    {
        var environment = Get(system);
        var parsed = SystemVersion.Parse(version, system);
        var minimum = environment.Minimum is { } text ? SystemVersion.Parse(text, system) : null;
        if (minimum is not null && parsed?.IsAtLeast(minimum) is false)
            return TooOld(environment);

        List<Reason> reasons = [.. Doubts(environment, parsed, minimum, count)];
        var verdict = reasons.Count == 0 ? Verdict.Likely : Verdict.Maybe;
        if (reasons.Count == 0)
            reasons.Add(new(ReasonCode.SourceSupported, environment.Source, environment.Minimum));
        return new(system, verdict, reasons, [.. Changes(reasons)]);
    }

    private static SourceVerdict TooOld(SourceEnvironment environment) => new(environment.System, Verdict.NotYet,
        [new(ReasonCode.SourceTooOld, environment.MinimumSource ?? environment.Source, environment.Minimum)],
        // Mail systems of any age speak IMAP, which has no minimum; it carries mail only. A file share does not.
        environment.System is SourceSystem.FileShare
            ? [new(ChangeCode.UpdateSource)]
            : [new(ChangeCode.UpdateSource), new(ChangeCode.MoveMailOverImap)]);

    private static IEnumerable<Reason> Doubts(SourceEnvironment environment, SystemVersion? version, SystemVersion? minimum, int? count)
    {
        if (environment.OnlyInLaterPage)
            yield return new(ReasonCode.SourceOnlyInLaterPage, environment.Source);
        if (environment.OnlyOne && count > 1)
            yield return new(ReasonCode.SourceOnlyOne, environment.Source);

        var later = environment.Later;
        var raised = later?.Minimum is { } text ? SystemVersion.Parse(text, environment.System) : null;
        if ((minimum is not null && version?.IsAtLeast(minimum) is null) || (raised is not null && version?.IsAtLeast(raised) is null))
            yield return new(ReasonCode.SourceVersionUnknown, later?.Source ?? environment.Source, later?.Minimum ?? environment.Minimum);
        if (raised is not null && version?.IsAtLeast(raised) is false)
            yield return new(ReasonCode.SourceLaterPageRaisesMinimum, later!.Source, later.Minimum);
        if (later?.OnlyAsImap is true)
            yield return new(ReasonCode.SourceOnlyAsImap, later.Source);
    }

    private static IEnumerable<Change> Changes(IReadOnlyList<Reason> reasons)
    {
        foreach (var reason in reasons)
        {
            var change = reason.Code switch
            {
                ReasonCode.SourceVersionUnknown => ChangeCode.TellSourceVersion,
                ReasonCode.SourceLaterPageRaisesMinimum => ChangeCode.UpdateSource,
                ReasonCode.SourceOnlyInLaterPage or ReasonCode.SourceOnlyOne => ChangeCode.AskFastTrack,
                ReasonCode.SourceOnlyAsImap => ChangeCode.MoveMailOverImap,
                _ => (ChangeCode?)null,
            };
            if (change is { } code)
                yield return new(code);
        }
    }
}
