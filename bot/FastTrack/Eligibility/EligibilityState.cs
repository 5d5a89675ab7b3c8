using System.Text.Json.Serialization;

namespace FastTrackBot.FastTrack.Eligibility;

/// <summary>The answers of the eligibility dialog so far.</summary>
public sealed record EligibilityState
{
    /// <summary>Whether the person may have the tenant's licences read.</summary>
    public bool MayReadTenant { get; init; }

    /// <summary>True reads the tenant, false takes a typed number.</summary>
    public bool? FromTenant { get; init; }

    public TenantLicences? Licences { get; init; }
    public int? Seats { get; init; }
    public OrganisationType? Organisation { get; init; }
    public bool? WantsMigration { get; init; }
    public SourceSystem? Source { get; init; }

    /// <summary>As typed; empty when the person does not know it.</summary>
    public string? SourceVersion { get; init; }
}

/// <summary>What was read of the tenant.</summary>
/// <param name="Subscriptions">Null when they could not be read.</param>
public sealed record TenantLicences(string Organisation, IReadOnlyList<PurchasedLicence> Purchased, IReadOnlyList<Subscription>? Subscriptions);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(EligibilityState))]
[JsonSerializable(typeof(EligibilityCardModel))]
internal sealed partial class EligibilityDialogJson : JsonSerializerContext;
