using FastTrackBot.FastTrack.Questions.Knowledge;

namespace FastTrackBot.FastTrack.Questions.Model;

/// <summary>What the model may refer to, and by which mark: passages first, then facts as it asks for them.</summary>
internal sealed class OfferedSources
{
    /// <summary>As many as an answer may cite.</summary>
    public const int Most = 10;

    private readonly List<OfferedSource> _sources = [];
    private readonly List<PromptPassage> _passages = [];
    private readonly HashSet<string> _domains = new(StringComparer.Ordinal);

    public IReadOnlyList<PromptPassage> Passages => _passages;

    public IReadOnlySet<int> Marks => _sources.Select(source => source.Mark).ToHashSet();

    /// <summary>Whose sites an answer may name: those of the sources.</summary>
    public IReadOnlySet<string> Domains => _domains;

    public bool IsFull => _sources.Count >= Most;

    public OfferedSource this[int mark] => _sources[mark - 1];

    public void Add(Passage passage)
    {
        var mark = _sources.Count + 1;
        var source = passage.Sources[0];
        _sources.Add(new OfferedSource(mark, passage.Heading, passage.Text, source.Url));
        _passages.Add(new PromptPassage(mark, passage.Heading, passage.Text, source.Date?.Format(System.Globalization.CultureInfo.InvariantCulture)));
        _domains.UnionWith(passage.Sources.Where(each => each.Url is not null).Select(each => CitationRules.DomainOf(each.Url!.Host)));
    }

    /// <returns>The mark of the facts.</returns>
    public int AddFacts(string name, string summary)
    {
        _sources.Add(new OfferedSource(_sources.Count + 1, name, summary, null));
        return _sources.Count;
    }
}

/// <param name="Url">Null: the bot's own records.</param>
internal sealed record OfferedSource(int Mark, string Name, string Abstract, Uri? Url);
