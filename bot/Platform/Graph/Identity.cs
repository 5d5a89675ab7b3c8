namespace FastTrackBot.Platform.Graph;

/// <summary>Who did something: a person, or a program on its own.</summary>
public sealed record IdentitySet(Identity? User, Identity? Application);

/// <param name="Id">Of a person: the Entra object id.</param>
public sealed record Identity(string? Id, string? DisplayName);
