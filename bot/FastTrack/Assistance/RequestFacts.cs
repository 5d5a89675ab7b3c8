using System.Globalization;
using FastTrackBot.Platform.BotFramework.Dialogs;
using static FastTrackBot.FastTrack.Assistance.StepTools;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>A request in lines, to be checked by eye and copied into the form.</summary>
internal static class RequestFacts
{
    public static IReadOnlyList<Fact> Of(AssistanceRequest request) =>
    [
        .. Line(Text.Field_Customer, request.Customer is { } customer ? Join(customer.Name, customer.Tpid is { } tpid ? $"TPID {tpid}" : null) : null),
        .. Line(Text.Field_Organisation, request.Organisation),
        .. Line(Text.Field_Domain, request.Domain),
        .. Line(Text.Fact_Seats, request.Seats?.ToString("N0", CultureInfo.CurrentCulture)),
        .. Line(Text.Field_ContactName, Join(request.Contact.Name, request.Contact.Email, request.Contact.Phone)),
        .. request.Workloads.SelectMany(plan => Line(Names.OfWorkload(plan.WorkloadId), PlanOf(plan))),
        .. Line(Text.Label_Source, request.Source is { } source ? Join(Names.Of(source), request.SourceVersion) : null),
        .. Line(Text.Field_Language, SupportLanguages.Parse(request.Language).Value?.NativeName),
        .. Line(Text.Field_Country, request.Country is { } country ? Countries.NameOf(country, Culture) : null),
        .. Line(Text.Field_TimeZone, request.TimeZone),
        .. Line(Text.Field_Route, request.Route is { } route ? Wording.Of(route, Culture) : null),
        .. Line(Text.Label_Notes, request.Notes),
    ];

    /// <summary>Just enough to tell one request from another.</summary>
    public static IReadOnlyList<Fact> Short(RequestRecord record) =>
    [
        .. Line(Text.Field_Organisation, record.Request.Organisation),
        .. Line(Text.Label_Workloads, string.Join(" · ", record.Request.Workloads.Select(plan => Names.OfWorkload(plan.WorkloadId)))),
        new Fact(Text.Fact_Prepared, Join(record.RequestedBy.Name, Day(record.PreparedAt))),
    ];

    private static string PlanOf(WorkloadPlan plan) => Join(
        plan.Intent is { } intent ? Wording.Of(intent, Culture) : null,
        BusinessReasons.Default.FirstOrDefault(reason => reason.Id == plan.BusinessReason) is { } reason ? Wording.Of(reason, Culture) : null,
        plan.Date is { } date ? Day(date) : null,
        plan.SuccessOwner);

    private static IEnumerable<Fact> Line(string title, string? value) => string.IsNullOrEmpty(value) ? [] : [new Fact(title, value)];

    private static string Join(params string?[] parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
}
