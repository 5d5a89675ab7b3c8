namespace FastTrackBot.Platform.Graph;

/// <summary>A person of the directory.</summary>
/// <param name="Id">The Entra object id.</param>
public sealed record GraphUser(string Id, string? DisplayName);
