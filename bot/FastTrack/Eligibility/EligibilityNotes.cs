namespace FastTrackBot.FastTrack.Eligibility;

/// <summary>What holds for a whole assessment, whatever the seats.</summary>
internal static class EligibilityNotes
{
    private static readonly Source Eligibility = Sources.Find("eligibility-2021")!;

    public static IReadOnlyList<Reason> Of(EligibilityQuestion question, AdditionalBenefit additional) => [.. Notes(question, additional)];

    private static IEnumerable<Reason> Notes(EligibilityQuestion question, AdditionalBenefit additional)
    {
        var licences = question.Licences;
        yield return new(ReasonCode.MicrosoftVerifies);
        yield return new(ReasonCode.ExcludedClouds, Eligibility);
        yield return licences.Stated ? new(ReasonCode.SeatsStated) : new(ReasonCode.CountsPurchases, Eligibility);
        if (!licences.TrialsVisible)
            yield return new(ReasonCode.TrialsNotVisible, Eligibility);
        if (licences.TrialSeats > 0)
            yield return new(ReasonCode.TrialSeats, [licences.TrialSeats], Eligibility);
        if (licences.Lines.Any(line => line.NotCounted is NotCountedReason.ArchiveOnly))
            yield return new(ReasonCode.ArchivingAlone, Eligibility);
        if (question.Organisation is OrganisationType.Government)
            yield return new(ReasonCode.GovernmentSeparate, Eligibility);
        if (licences.Seats.Sum >= additional.Seats)
            yield return new(ReasonCode.HistoricalAdditionalBenefit, [additional.Seats], additional.Source);
    }
}
