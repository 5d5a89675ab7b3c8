namespace FastTrackBot.FastTrack.Eligibility;

/// <summary>Compares the seats with the rule that decides and with the latest page.</summary>
internal static class SeatVerdict
{
    public static BenefitVerdict Of(Benefit benefit, LicencePicture licences, SeatRule decides, SeatRule later)
    {
        if (decides.Seats == 0)
            return new(benefit, Verdict.Likely, null, [new(ReasonCode.OpenToEveryone, decides.Source)], []);

        var verdict = (decides.IsMet(licences), later.IsMet(licences)) switch
        {
            (true, true) => Verdict.Likely,
            (false, false) => Verdict.NotYet,
            _ => Verdict.Maybe,
        };
        // Only FastTrack can say whether a plan that no document names counts; so it may lift a "not yet" to "maybe", never further.
        var unknownCouldReach = verdict is Verdict.NotYet && decides.Counted(licences.WithUnknown) >= decides.Seats;
        if (unknownCouldReach)
            verdict = Verdict.Maybe;

        var shortOf = decides.IsMet(licences) ? later : decides;
        int? missing = verdict is Verdict.Likely ? null : shortOf.Missing(licences);
        return new(benefit, verdict, missing,
            [.. Reasons(licences, decides, later, unknownCouldReach)], [.. Changes(licences, verdict, missing, unknownCouldReach)]);
    }

    private static IEnumerable<Reason> Reasons(LicencePicture licences, SeatRule decides, SeatRule later, bool unknownCouldReach)
    {
        var counted = decides.Counted(licences);
        yield return decides.IsMet(licences)
            ? new(ReasonCode.MeetsThreshold, [decides.Seats, counted], decides.Source)
            : new(ReasonCode.BelowThreshold, [decides.Seats, counted, decides.Missing(licences)], decides.Source);

        if (later.Seats != decides.Seats)
            yield return new(ReasonCode.LaterPageDiffers, [later.Seats], later.Source);
        if (!later.IsMet(licences) && licences.Seats.Sum >= later.Seats)
        {
            yield return licences.Seats.LargestPlan < later.Seats
                ? new(ReasonCode.OnlySumReaches, [later.Seats, licences.Seats.LargestPlan, licences.Seats.Sum], later.Source)
                : new(ReasonCode.StudentsNotCounted, [later.Seats, later.Counted(licences)], later.Source);
        }

        if (unknownCouldReach)
            yield return new(ReasonCode.UnknownPlans, [licences.UnknownSeats]);
    }

    private static IEnumerable<Change> Changes(LicencePicture licences, Verdict verdict, int? missing, bool unknownCouldReach)
    {
        if (licences.Stated)
            yield return new(ChangeCode.CheckLicences);
        if (verdict is Verdict.Likely)
            yield break;
        if (unknownCouldReach)
            yield return new(ChangeCode.AskAboutUnknownPlans);
        if (verdict is Verdict.Maybe)
            yield return new(ChangeCode.AskFastTrack);
        if (licences.TrialSeats > 0)
            yield return new(ChangeCode.TurnTrialsIntoPaid, licences.TrialSeats);
        if (missing > 0)
            yield return new(ChangeCode.BuySeats, missing);
    }
}
