namespace FastTrackBot.FastTrack.Recording;

/// <summary>An engagement as a row of the list. The names are the API names of the columns, for ever; when it changed, SharePoint's own column tells.</summary>
internal sealed record EngagementFields(
    string RecordKey,
    string Title,
    string Domain,
    string Phase,
    string Workloads,
    string Owner,
    string OwnerId,
    int? Seats,
    int OpenItems,
    string Health,
    DateOnly? NextDue,
    string? Eligibility = null,
    DateTimeOffset? NextCheckpoint = null);
