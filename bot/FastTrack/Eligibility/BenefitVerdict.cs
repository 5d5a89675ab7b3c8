namespace FastTrackBot.FastTrack.Eligibility;

/// <summary>What an eligible customer gets.</summary>
public enum Benefit
{
    /// <summary>Planning and training material on the FastTrack site.</summary>
    Portal,

    /// <summary>Questions and answers with FastTrack.</summary>
    Questions,

    /// <summary>A specialist's guidance through onboarding and adoption.</summary>
    Specialist,

    /// <summary>Guidance while the customer moves the data with free tools.</summary>
    MigrationGuidance,

    /// <summary>Microsoft moves the data.</summary>
    MigrationService,
}

/// <summary>One benefit's verdict with its grounds.</summary>
/// <param name="SeatsShort">Seats missing until the rule that decides (or, if that one is met, the later page) is met; null if none are.</param>
public sealed record BenefitVerdict(
    Benefit Benefit, Verdict Verdict, int? SeatsShort, IReadOnlyList<Reason> Reasons, IReadOnlyList<Change> Changes)
{
    /// <summary>The documents behind the reasons, each once, in the reasons' order.</summary>
    public IReadOnlyList<Source> Sources => [.. Reasons.Select(reason => reason.Source).OfType<Source>().Distinct()];
}

/// <param name="Notes">What holds for the whole answer: who has the last word, what never counts.</param>
public sealed record EligibilityResult(OrganisationType Organisation, IReadOnlyList<BenefitVerdict> Benefits, IReadOnlyList<Reason> Notes)
{
    /// <summary>Null if the benefit was not asked about.</summary>
    public BenefitVerdict? Of(Benefit benefit) => Benefits.FirstOrDefault(verdict => verdict.Benefit == benefit);
}
