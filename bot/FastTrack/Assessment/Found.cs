namespace FastTrackBot.FastTrack.Assessment;

/// <summary>What a rule has to say: a kind of finding, what it concerns, and the facts for its words.</summary>
public sealed record Found(string Kind, string Subject, IReadOnlyList<string> Facts, IReadOnlyList<string> Examples)
{
    /// <summary>Enough to know where to look; the rest of the names is nobody's business here.</summary>
    public const int MostExamples = 3;

    public static Found Of(string kind, string subject, params IReadOnlyList<string> facts) => new(kind, subject, facts, []);

    public Found Like(IEnumerable<string> examples) => this with { Examples = [.. examples.Take(MostExamples)] };
}
