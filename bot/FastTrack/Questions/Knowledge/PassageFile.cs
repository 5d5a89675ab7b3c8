namespace FastTrackBot.FastTrack.Questions.Knowledge;

/// <summary>Reads a file of passages; Texts/README.md describes the format. What is wrong is collected, so that all of it is told at once.</summary>
internal sealed class PassageFile(string file, string language, ICollection<PackFault> faults)
{
    public const string HeadingMark = "## ";

    /// <summary>A card has to be readable on a phone, with two more passages below.</summary>
    private const int LongestText = 900;

    private static readonly string[] Keys = ["id", "source", "also", "see", "ask"];

    private readonly List<Passage> _passages = [];

    public IReadOnlyList<Passage> Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at].StartsWith(HeadingMark, StringComparison.Ordinal))
            {
                var end = Array.FindIndex(lines, at + 1, line => line.StartsWith(HeadingMark, StringComparison.Ordinal));
                if (end < 0) end = lines.Length;
                Take(lines[at][HeadingMark.Length..].Trim(), lines.AsSpan(at + 1, end - at - 1), at + 1);
                at = end - 1;
            }
            else if (lines[at].Length > 0 && !lines[at].StartsWith("# ", StringComparison.Ordinal))
            {
                Fault(at + 1, "Text before the first heading that begins with “## ”.");
            }
        }

        return _passages;
    }

    private void Take(string heading, ReadOnlySpan<string> lines, int line)
    {
        var known = faults.Count;
        Dictionary<string, string> values = [];
        var at = 0;
        for (; at < lines.Length && lines[at].Trim().Length > 0; at++) TakeValue(lines[at], line + at + 1, values);
        var text = string.Join(' ', lines[at..].ToArray().Select(part => part.Trim()).Where(part => part.Length > 0));

        if (heading.Length == 0) Fault(line, "The heading is empty.");
        if (text.Length is 0 or > LongestText) Fault(line, $"The paragraph of this heading has {text.Length} characters; it should have 1 to {LongestText}.");
        var id = values.GetValueOrDefault("id", "");
        if (id.Length == 0 || id.Any(letter => !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '-'))
            Fault(line, $"“id: {id}” is no id: small letters, digits and hyphens.");
        if (id == AskedText.Elsewhere) Fault(line, $"“{id}” is what {AskedFile.Name} calls the questions that no passage answers.");
        var sources = SourcesOf(values.GetValueOrDefault("source", ""), line);
        if (AskOf(values.GetValueOrDefault("ask"), line) is var ask && faults.Count == known)
            _passages.Add(new Passage(id, language, heading, text, values.GetValueOrDefault("also", ""), sources) { Ask = ask, See = values.GetValueOrDefault("see") });
    }

    private void TakeValue(string text, int line, Dictionary<string, string> values)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var key = colon < 0 ? "" : text[..colon].Trim();
        if (!Keys.Contains(key)) Fault(line, $"“{text}” is none of {string.Join(", ", Keys)}; a paragraph comes after an empty line.");
        else if (!values.TryAdd(key, text[(colon + 1)..].Trim())) Fault(line, $"“{key}” stands here twice.");
    }

    private List<Source> SourcesOf(string ids, int line)
    {
        List<Source> sources = [];
        foreach (var id in ids.Split(',', StringSplitOptions.TrimEntries))
        {
            if (Sources.Find(id) is { } source) sources.Add(source);
            else Fault(line, $"The source “{id}” is not in FastTrack/Data/sources.json.");
        }

        return sources;
    }

    private AskWhom? AskOf(string? text, int line)
    {
        if (text is null) return null;
        if (Enum.TryParse<AskWhom>(text, ignoreCase: true, out var ask) && text.All(char.IsAsciiLetter)) return ask;
        Fault(line, $"“ask: {text}” is none of {string.Join(", ", Enum.GetNames<AskWhom>()).ToLowerInvariant()}.");
        return null;
    }

    private void Fault(int line, string what) => faults.Add(new PackFault(file, line, what));
}
