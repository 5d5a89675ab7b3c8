namespace FastTrackBot.FastTrack.Eligibility;

/// <summary>One system that data may come from.</summary>
public sealed record SourceEnvironment
{
    public required SourceSystem System { get; init; }

    /// <summary>The product's own name.</summary>
    public required string Name { get; init; }
    public required Source Source { get; init; }

    /// <summary>The oldest version, or null if any will do.</summary>
    public string? Minimum { get; init; }

    /// <summary>The document that gives <see cref="Minimum"/>, where <see cref="Source"/> does not.</summary>
    public Source? MinimumSource { get; init; }

    /// <summary>True where one environment is moved; several need a talk first.</summary>
    public bool OnlyOne { get; init; }

    /// <summary>True where the default material does not name the system, and a later page does.</summary>
    public bool OnlyInLaterPage { get; init; }
    public LaterSourceRule? Later { get; init; }
}

/// <summary>What a later page changed.</summary>
public sealed record LaterSourceRule(Source Source, string? Minimum = null, bool OnlyAsImap = false);

internal sealed record SourceEnvironmentFile(IReadOnlyList<SourceEnvironment> Environments);
