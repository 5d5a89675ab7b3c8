namespace FastTrackBot.FastTrack.Remediation;

public static class RemediationRules
{
    /// <summary>Findings that must be in the plan, and are not: leaving the phase Assess waits for them. Advice is left to people.</summary>
    public static IReadOnlyList<Finding> Unplanned(RemediationPlan plan, TenantAssessment? assessment) =>
    [
        .. (assessment?.Findings ?? []).Where(finding => finding.Severity >= Severity.Warning && plan.Items.All(item => item.Id != finding.Id)),
    ];

    /// <summary>Takes findings into the plan, each due after the days that its severity allows.</summary>
    public static RemediationChange Plan(RemediationPlan plan, IEnumerable<Finding> findings, Person owner, Person by, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var items = findings.Where(finding => plan.Items.All(item => item.Id != finding.Id))
            .Select(finding => new RemediationItem(finding, today.AddDays(DueDays.For(finding.Severity)), owner)).ToList();
        return new RemediationChange(
            plan with { Items = [.. plan.Items, .. items] },
            [.. items.Select(item => new EngagementEvent(EventKind.RemediationPlanned, by, now, item.Id))]);
    }

    /// <summary>
    /// Holds the plan against what the tenant shows now. What is no longer found counts as fixed; what is found again, or still, although the tenant once
    /// showed it fixed, is open again. A check that could not be made says nothing, and people's word stands until the tenant speaks.
    /// </summary>
    public static RemediationChange Recheck(RemediationPlan plan, TenantAssessment assessment)
    {
        var found = assessment.Findings.ToDictionary(finding => finding.Id, StringComparer.Ordinal);
        var made = assessment.Checks.Where(check => check.State == CheckState.Done).Select(check => check.CheckId).ToHashSet(StringComparer.Ordinal);
        List<EngagementEvent> events = [];
        RemediationItem Look(RemediationItem item)
        {
            if (item.Waived is not null || !made.Contains(item.Finding.CheckId)) return item;
            if (!found.TryGetValue(item.Id, out var finding))
            {
                if (item.SeenFixed is not null) return item;
                events.Add(new EngagementEvent(EventKind.RemediationDone, assessment.By, assessment.At, item.Id, Through: "assessment"));
                return item with { SeenFixed = assessment.At };
            }

            if (item.Fixed is not { } said) return item.SeenFixed is null ? item with { Finding = finding } : Reopen(item with { Finding = finding });
            return said.At < assessment.At ? Reopen(item with { Finding = finding }) : item with { Finding = finding };
        }

        RemediationItem Reopen(RemediationItem item)
        {
            events.Add(new EngagementEvent(EventKind.RemediationReopened, assessment.By, assessment.At, item.Id, Through: "assessment"));
            return item with { Fixed = null, SeenFixed = null, ByCustomer = null, ByFastTrack = null };
        }

        var items = plan.Items.Select(Look).ToList();
        return new RemediationChange(plan with { Items = items }, events);
    }

    /// <summary>
    /// What needs somebody first: what is late, then what waits for a word only, then what is open, and last what is done. Among those of one kind what is
    /// due first comes first.
    /// </summary>
    public static IReadOnlyList<RemediationItem> InOrder(RemediationPlan plan, DateOnly today) =>
        [.. plan.Items.OrderBy(item => Rank(item, today)).ThenBy(item => item.Due).ThenByDescending(item => item.Finding.Severity)];

    /// <summary>Somebody says that it is fixed.</summary>
    public static RemediationChange Fix(RemediationPlan plan, string id, Person by, DateTimeOffset now) => Change(plan, id,
        item => item.State == RemediationState.Open, item => item with { Fixed = new Mark(by, now) },
        item => new EngagementEvent(EventKind.RemediationDone, by, now, item.Id));

    /// <summary>One side confirms what is fixed. Both sides in one person would be no check at all, so the second one has to be somebody else.</summary>
    public static RemediationChange Verify(RemediationPlan plan, string id, Side side, Person by, DateTimeOffset now) => Change(plan, id,
        item => item.State == RemediationState.Fixed && OtherSide(item, side)?.By.ObjectId != by.ObjectId
            && (side == Side.Customer ? item.ByCustomer : item.ByFastTrack) is null,
        item => side == Side.Customer ? item with { ByCustomer = new Mark(by, now) } : item with { ByFastTrack = new Mark(by, now) },
        item => new EngagementEvent(EventKind.RemediationVerified, by, now, item.Id, To: side.ToString()));

    /// <summary>It stays as it is.</summary>
    public static RemediationChange Waive(RemediationPlan plan, string id, Person by, DateTimeOffset now, string why) => Change(plan, id,
        item => item.State != RemediationState.Waived, item => item with { Waived = new Mark(by, now, why) },
        item => new EngagementEvent(EventKind.RemediationChanged, by, now, item.Id, item.State.ToString(), RemediationState.Waived.ToString(), why));

    /// <summary>What was fixed, verified or waived is open again.</summary>
    public static RemediationChange Reopen(RemediationPlan plan, string id, Person by, DateTimeOffset now) => Change(plan, id,
        item => item.State != RemediationState.Open,
        item => item with { Fixed = null, SeenFixed = null, ByCustomer = null, ByFastTrack = null, Waived = null },
        item => new EngagementEvent(EventKind.RemediationReopened, by, now, item.Id));

    public static RemediationChange Assign(RemediationPlan plan, string id, Person owner, DateOnly due, Person by, DateTimeOffset now) => Change(plan, id,
        item => item.Owner != owner || item.Due != due, item => item with { Owner = owner, Due = due },
        item => new EngagementEvent(
            EventKind.RemediationChanged, by, now, item.Id, $"{item.Owner.Name}, {Days.Iso(item.Due)}", $"{owner.Name}, {Days.Iso(due)}"));

    private static int Rank(RemediationItem item, DateOnly today) => item.State switch
    {
        RemediationState.Open when item.Due < today => 0,
        RemediationState.Fixed => 1,
        RemediationState.Open => 2,
        _ => 3,
    };

    private static Mark? OtherSide(RemediationItem item, Side side) => side == Side.Customer ? item.ByFastTrack : item.ByCustomer;

    private static RemediationChange Change(
        RemediationPlan plan, string id, Func<RemediationItem, bool> applies, Func<RemediationItem, RemediationItem> change,
        Func<RemediationItem, EngagementEvent> tell)
    {
        var item = plan.Items.FirstOrDefault(item => item.Id == id);
        return item is null || !applies(item)
            ? new RemediationChange(plan, [])
            : new RemediationChange(plan with { Items = [.. plan.Items.Select(other => other == item ? change(item) : other)] }, [tell(item)]);
    }
}

/// <summary>A plan as it is to become, and what happens to it on the way. Without an event nothing has changed.</summary>
public sealed record RemediationChange(RemediationPlan Plan, IReadOnlyList<EngagementEvent> Events);

/// <summary>The two that verify an item.</summary>
public enum Side
{
    Customer,
    FastTrack,
}
