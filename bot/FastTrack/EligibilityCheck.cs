using System.Text.Json.Serialization;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack;

/// <summary>A person's last eligibility check, so that a request for assistance need not ask again.</summary>
/// <param name="OrganisationName">Null when the number was typed and no tenant was read.</param>
/// <param name="Seats">What counted, the sum of the plans.</param>
/// <param name="Specialist">Whether a FastTrack specialist is likely to help; null in checks from before it was kept.</param>
public sealed record EligibilityCheck(
    DateTimeOffset At, string? OrganisationName, OrganisationType Organisation, int Seats, SourceSystem? Source, string? SourceVersion,
    Verdict? Specialist = null)
{
    internal static readonly DocumentKind<EligibilityCheck> Kind = new("eligibility", () => EligibilityCheckJson.Default.EligibilityCheck);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(EligibilityCheck))]
internal sealed partial class EligibilityCheckJson : JsonSerializerContext;
