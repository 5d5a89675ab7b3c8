namespace FastTrackBot.FastTrack;

/// <summary>How much something found in the tenant matters, the least first.</summary>
public enum Severity
{
    Ok,

    /// <summary>Worth knowing; nothing breaks.</summary>
    Advice,

    /// <summary>Somebody will be held up by it.</summary>
    Warning,

    /// <summary>People cannot be moved until it is solved.</summary>
    Blocker,
}

/// <summary>
/// One thing that the assessment found. It holds facts and no words, so that each reader sees it in their own language.
/// </summary>
/// <param name="Id">The kind and what it concerns. A later assessment that finds the same thing gives it the same id.</param>
/// <param name="CheckId">The check that found it.</param>
/// <param name="Kind">What was found, e.g. <c>spfTwice</c>: names the texts, the severity and the page to read.</param>
/// <param name="Subject">What it concerns: a domain, a product; empty for the whole tenant.</param>
/// <param name="Facts">Numbers, dates and names that fill the text of the evidence, in its order.</param>
/// <param name="Examples">A few of those concerned, never all.</param>
/// <param name="ReadMore">Microsoft's page about it.</param>
public sealed record Finding(
    string Id,
    string CheckId,
    string Kind,
    Severity Severity,
    string Subject,
    IReadOnlyList<string> Facts,
    IReadOnlyList<string> Examples,
    Uri ReadMore);
