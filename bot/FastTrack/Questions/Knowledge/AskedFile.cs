namespace FastTrackBot.FastTrack.Questions.Knowledge;

/// <summary>One way in which people ask.</summary>
/// <param name="Id">The passage that answers it, or <see cref="Elsewhere"/>.</param>
internal sealed record AskedText(string Id, string Text)
{
    /// <summary>Questions that no passage answers.</summary>
    public const string Elsewhere = "elsewhere";
}

/// <summary>How people ask, by language.</summary>
internal sealed class AskedTexts(IReadOnlyDictionary<string, Lazy<IReadOnlyList<AskedText>>> languages)
{
    public static readonly AskedTexts None = new(new Dictionary<string, Lazy<IReadOnlyList<AskedText>>>());

    /// <summary>None where nobody wrote any down.</summary>
    public IReadOnlyList<AskedText> this[string language] => languages.TryGetValue(language, out var asked) ? asked.Value : [];
}

/// <summary>Reads how people ask in one language; Texts/README.md describes the format. What is wrong is collected, so that all of it is told at once.</summary>
/// <param name="ids">Passages that there are.</param>
internal sealed class AskedFile(string file, IReadOnlySet<string> ids, ICollection<PackFault> faults)
{
    public const string Name = "asked.md";

    private const string ItemMark = "- ";

    private readonly List<AskedText> _asked = [];
    private readonly HashSet<string> _sections = new(StringComparer.Ordinal);
    private readonly HashSet<string> _texts = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<AskedText> Read(string text)
    {
        string? section = null;
        var (line, heading, first) = (0, 0, 0);
        foreach (var read in text.AsSpan().EnumerateLines())
        {
            line++;
            var content = read.Trim();
            if (content.StartsWith(PassageFile.HeadingMark, StringComparison.Ordinal))
            {
                CheckFull(section, heading, first);
                (section, heading, first) = (content[PassageFile.HeadingMark.Length..].Trim().ToString(), line, _asked.Count);
                Begin(section, line);
            }
            else if (content.StartsWith(ItemMark, StringComparison.Ordinal) && section is not null)
            {
                Take(section, content[ItemMark.Length..].Trim().ToString(), line);
            }
            else if (content.Length > 0 && !(section is null && content.StartsWith("# ", StringComparison.Ordinal)))
            {
                Fault(line, "Neither a heading “## ” with an id nor, below one, a question after “- ”.");
            }
        }

        CheckFull(section, heading, first);
        return _asked;
    }

    private void Begin(string section, int line)
    {
        if (section != AskedText.Elsewhere && !ids.Contains(section)) Fault(line, $"“{section}” is neither the id of a passage nor “{AskedText.Elsewhere}”.");
        if (!_sections.Add(section)) Fault(line, $"“{section}” stands here twice.");
    }

    private void Take(string section, string question, int line)
    {
        // The same question in two places would speak for both.
        if (!_texts.Add(question)) Fault(line, $"“{question}” stands here twice.");
        else _asked.Add(new AskedText(section, question));
    }

    private void CheckFull(string? section, int line, int first)
    {
        if (section is not null && _asked.Count == first) Fault(line, $"“{section}” has no questions.");
    }

    private void Fault(int line, string what) => faults.Add(new PackFault(file, line, what));
}
