namespace FastTrackBot.FastTrack.Assessment;

/// <summary>The numbers that decide, each with the document that it comes from.</summary>
/// <param name="UnusedLicences">A product of which a smaller share is assigned is worth a word.</param>
/// <param name="VirtualUnits">A product with so many licences is a free one; its number means nothing.</param>
/// <param name="StaleSyncHours">Directory synchronisation runs every half hour.</param>
/// <param name="SecureScore">A smaller share of the attainable score is worth a word.</param>
/// <param name="MailboxFull">The share of its quota from which a mailbox counts as nearly full.</param>
public sealed record Thresholds(
    Threshold UnusedLicences,
    Threshold VirtualUnits,
    Threshold StaleSyncHours,
    Threshold FewestGlobalAdmins,
    Threshold MostGlobalAdmins,
    Threshold SecureScore,
    Threshold MissingControls,
    Threshold MailboxFull)
{
    public static Thresholds Current { get; } =
        EmbeddedData.Read("FastTrack/Assessment/Data/thresholds.json", AssessmentDataJson.Default.Thresholds);
}

public sealed record Threshold(double Value, Source Source);
