namespace FastTrackBot.FastTrack.Assistance;

/// <summary>What a request cannot be filed without.</summary>
public enum RequestField
{
    ContactName,
    ContactEmail,
    Organisation,
    Domain,
    Workloads,
    WorkloadDate,
    WorkloadIntent,
    WorkloadReason,
    WorkloadOwner,
    Language,
    Country,
    TimeZone,
    Customer,
    Route,
}

/// <param name="WorkloadId">The workload whose plan lacks it; null for the request itself.</param>
public sealed record MissingField(RequestField Field, string? WorkloadId = null);

public static class AssistanceRules
{
    /// <summary>Known and not retired.</summary>
    public static bool MayBeAskedFor(string workloadId) => Workloads.Find(workloadId) is { Retired: false };

    /// <summary>In the order in which a review shows the fields. Phone, seats, source and notes help, but nobody waits for them.</summary>
    public static IReadOnlyList<MissingField> Missing(AssistanceRequest request)
    {
        (RequestField Field, bool Missing)[] own =
        [
            (RequestField.ContactName, IsBlank(request.Contact.Name)),
            (RequestField.ContactEmail, IsBlank(request.Contact.Email)),
            (RequestField.Organisation, IsBlank(request.Organisation)),
            (RequestField.Domain, IsBlank(request.Domain)),
            (RequestField.Workloads, request.Workloads.Count == 0),
            (RequestField.Language, IsBlank(request.Language)),
            (RequestField.Country, IsBlank(request.Country)),
            (RequestField.TimeZone, IsBlank(request.TimeZone)),
            (RequestField.Customer, request.Route is RouteKind.Partner && request.Customer is null),
            (RequestField.Route, request.Route is null),
        ];
        return [.. own.Where(field => field.Missing).Select(field => new MissingField(field.Field)), .. request.Workloads.SelectMany(Missing)];
    }

    // What is not wanted now has neither a day nor an owner; what is only being explored has no day yet.
    private static IEnumerable<MissingField> Missing(WorkloadPlan plan)
    {
        var wanted = plan.Intent is not Intent.NotNow;
        if (plan.Date is null && wanted && plan.Intent is not Intent.Exploring)
            yield return new(RequestField.WorkloadDate, plan.WorkloadId);
        if (plan.Intent is null)
            yield return new(RequestField.WorkloadIntent, plan.WorkloadId);
        if (IsBlank(plan.BusinessReason) && wanted)
            yield return new(RequestField.WorkloadReason, plan.WorkloadId);
        if (IsBlank(plan.SuccessOwner) && wanted)
            yield return new(RequestField.WorkloadOwner, plan.WorkloadId);
    }

    private static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);
}
