namespace FastTrackBot.FastTrack.Questions.Knowledge;

/// <summary>An answer that can be quoted: a few sentences in one language, with the published pages that they rest on.</summary>
/// <param name="Id">The same in every language.</param>
/// <param name="Language">As its folder is called, such as <c>zh-Hans</c>.</param>
/// <param name="Heading">The question that it answers, or its topic.</param>
/// <param name="Also">Other words that people use for it: to find it by, never shown.</param>
/// <param name="Sources">The most important first; never empty.</param>
/// <param name="See">The name of a command that leads on.</param>
public sealed record Passage(string Id, string Language, string Heading, string Text, string Also, IReadOnlyList<Source> Sources)
{
    public AskWhom? Ask { get; init; }

    public string? See { get; init; }
}

/// <summary>Whom to ask when a passage does not suffice.</summary>
public enum AskWhom
{
    FastTrack,
    Specialist,
    Lead,
    Admin,
    Operator,
    Legal,
}

/// <param name="Strength">How much speaks for it; from 0 on.</param>
/// <param name="Certainty">What is left of it when what speaks for a matter that no passage is about is taken off.</param>
public readonly record struct FoundPassage(Passage Passage, double Strength, double Certainty);

/// <summary>What is wrong in a pack of texts, and where.</summary>
public sealed record PackFault(string File, int Line, string What)
{
    public override string ToString() => $"{File}({Line}): {What}";
}
