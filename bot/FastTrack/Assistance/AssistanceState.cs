using System.Text.Json.Serialization;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>The answers of the request dialog so far.</summary>
public sealed record AssistanceState
{
    public AssistanceRequest Request { get; init; } = new();

    /// <summary>Whether the person may ask for a customer.</summary>
    public bool MayBePartner { get; init; }

    /// <summary>Eligibility was not checked before; the dialog offers to do so first.</summary>
    public bool Unchecked { get; init; }

    public bool? ForCustomer { get; init; }

    /// <summary>What the search for the customer found.</summary>
    public IReadOnlyList<Customer> Matches { get; init; } = [];

    /// <summary>The customer is in no list, and is described by hand.</summary>
    public bool NewCustomer { get; init; }

    /// <summary>The request as it is shown and kept: the seats of one's own tenant say nothing about a customer's.</summary>
    [JsonIgnore]
    public AssistanceRequest Final => Request.Customer is null ? Request : Request with { Seats = null, OrganisationType = null };

    public AssistanceState With(Func<AssistanceRequest, AssistanceRequest> change) => this with { Request = change(Request) };
}
