using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Eligibility;

/// <summary>A person's last check, so that a request for assistance does not ask again.</summary>
/// <param name="Seats">What counted, the sum of the plans.</param>
public sealed record EligibilityCheck(DateTimeOffset At, string? OrganisationName, OrganisationType Organisation, int Seats, Verdict Specialist, SourceSystem? Source)
{
    internal static readonly DocumentKind<EligibilityCheck> Kind = new("eligibility", EligibilityDialogJson.Default.EligibilityCheck);
}
