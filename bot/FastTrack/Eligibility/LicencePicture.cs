namespace FastTrackBot.FastTrack.Eligibility;

/// <summary>The tenant's licences as the benefit's rules see them.</summary>
public sealed record LicencePicture
{
    public IReadOnlyList<LicenceLine> Lines { get; private init; } = [];
    public SeatCounts Seats { get; private init; }
    public SeatCounts WithoutStudents { get; private init; }

    /// <summary>Paid seats of plans that no document we know mentions: FastTrack has to say.</summary>
    public int UnknownSeats { get; private init; }

    /// <summary>What <see cref="Seats"/> would be if FastTrack said that those count.</summary>
    public SeatCounts WithUnknown { get; private init; }
    public int TrialSeats { get; private init; }

    /// <summary>False when the subscriptions could not be read: a trial then looks like a purchase.</summary>
    public bool TrialsVisible { get; private init; }

    /// <summary>True when a person told the number and nobody looked at the tenant.</summary>
    public bool Stated { get; private init; }

    /// <summary>A number that a person told; taken as one plan, as nothing else is known.</summary>
    public static LicencePicture FromStated(int seats)
    {
        var counts = new SeatCounts(Math.Max(0, seats), Math.Max(0, seats));
        return new() { Seats = counts, WithoutStudents = counts, WithUnknown = counts, Stated = true, TrialsVisible = true };
    }

    /// <param name="subscriptions">Null when they could not be read; enabled units then stand for paid ones.</param>
    public static LicencePicture From(IEnumerable<PurchasedLicence> purchased, IEnumerable<Subscription>? subscriptions, LicencePlans plans)
    {
        var bySku = subscriptions?.ToLookup(subscription => Key(subscription.SkuPartNumber), StringComparer.OrdinalIgnoreCase);
        List<LicenceLine> lines = [.. purchased.Select(licence => Line(licence, bySku?[Key(licence.SkuPartNumber)].ToList(), plans))];
        return new()
        {
            Lines = lines,
            Seats = Count(lines.Where(Counts)),
            WithoutStudents = Count(lines.Where(line => Counts(line) && line.Plan?.Audience is not PlanAudience.Student)),
            WithUnknown = Count(lines.Where(line => Counts(line) || line.NotCounted is NotCountedReason.UnknownPlan)),
            UnknownSeats = Total(lines.Where(line => line.NotCounted is NotCountedReason.UnknownPlan).Select(line => line.Paid)),
            TrialSeats = Total(lines.Select(line => line.Trial)),
            TrialsVisible = bySku is not null,
        };
    }

    private static string Key(string sku) => sku.Trim();

    private static LicenceLine Line(PurchasedLicence licence, List<Subscription>? subscriptions, LicencePlans plans)
    {
        var plan = plans.Find(licence.SkuPartNumber);
        // No subscription for a plan: bought through a channel that does not list it, so its enabled units are the best that is known.
        var paid = subscriptions is { Count: > 0 } known ? Current(known, trial: false) : Math.Max(0, licence.Enabled);
        var trial = subscriptions is null ? 0 : Current(subscriptions, trial: true);
        return new(licence, plan, paid, trial, WhyNot(plan, paid, trial));
    }

    private static int Current(List<Subscription> subscriptions, bool trial) =>
        Total(subscriptions.Where(s => s.Current && s.Trial == trial).Select(s => s.Seats));

    private static NotCountedReason? WhyNot(LicencePlan? plan, int paid, int trial)
    {
        if (plan?.Standing is PlanStanding.NotCounted)
            return plan.Reason ?? NotCountedReason.Free;
        if (paid == 0)
            return trial > 0 ? NotCountedReason.Trial : NotCountedReason.NotCurrent;
        return plan?.Standing is PlanStanding.Counted ? null : NotCountedReason.UnknownPlan;
    }

    // People who have a suite often have Intune, Phone or Defender on top; adding those would count them twice. Main plans exclude each
    // other, so they add up. The largest single plan bounds the sum from below: 400 seats of Intune alone are 400 people.
    private static SeatCounts Count(IEnumerable<LicenceLine> lines)
    {
        // A plan's variants (with and without Teams, staff and students) are several part numbers, but one plan of the eligibility page.
        var plans = lines
            .GroupBy(line => (Name: line.Plan?.Name ?? line.Licence.SkuPartNumber, Kind: line.Plan?.Seats ?? SeatKind.Person))
            .Select(variants => (variants.Key.Kind, Paid: Total(variants.Select(line => line.Paid))))
            .ToList();
        var largest = plans.Select(plan => plan.Paid).DefaultIfEmpty().Max();
        return new(largest, Math.Max(largest, Total(plans.Where(plan => plan.Kind is SeatKind.Person).Select(plan => plan.Paid))));
    }

    private static bool Counts(LicenceLine line) => line.NotCounted is null;

    // Graph has shown negative and absurdly large units; neither may turn a verdict around.
    private static int Total(IEnumerable<int> seats) => (int)Math.Min(int.MaxValue, seats.Sum(count => (long)Math.Max(0, count)));
}
