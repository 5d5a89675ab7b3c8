using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace FastTrackBot.FastTrack.Questions.Knowledge;

/// <summary>
/// Finds the passages that fit a question. Texts are read at the start, in the background; a language is indexed when somebody first asks in it.
/// </summary>
public sealed class KnowledgeIndex(IOptions<QuestionOptions> options, ILogger<KnowledgeIndex> logger) : IDisposable
{
    private readonly Lazy<KnowledgePack> _pack = new(() => KnowledgePack.Load(options.Value.KnowledgeFolder));
    private readonly ConcurrentDictionary<string, Lazy<LanguageIndex>> _languages = new(StringComparer.Ordinal);

    /// <summary>Whatever is wrong with the operator's texts; then the built-in ones answer.</summary>
    public IReadOnlyList<PackFault> Faults => _pack.Value.Faults;

    /// <summary>How many passages each language has.</summary>
    public IReadOnlyDictionary<string, int> Counts => _pack.Value.Languages.ToDictionary(entry => entry.Key, entry => entry.Value.Count);

    /// <summary>The passages that fit best, in the language or, where that lacks one, in English.</summary>
    /// <param name="question">As a person typed it.</param>
    /// <param name="language">One of the twelve, such as <c>zh-Hans</c>.</param>
    public IReadOnlyList<FoundPassage> Search(string question, string language, int count) => In(language).Search(question, count);

    /// <summary>Reads the texts, says what is wrong with them, and indexes the English ones.</summary>
    public void Prepare()
    {
        foreach (var fault in Faults) Log.PackFaulty(logger, fault.File, fault.Line, fault.What);
        Log.PackRead(logger, Counts.Values.Sum(), Counts.Count);
        In(KnowledgePack.English);
    }

    public Passage? Find(string id, string language) => In(language).Find(id);

    public void Dispose()
    {
        foreach (var language in _languages.Values)
        {
            if (language.IsValueCreated) language.Value.Dispose();
        }
    }

    private LanguageIndex In(string language)
    {
        var known = LanguageWords.Find(language) is null ? KnowledgePack.English : language;
        return _languages.GetOrAdd(known, tag => new Lazy<LanguageIndex>(() => new LanguageIndex(tag, _pack.Value))).Value;
    }
}
