namespace FastTrackBot.FastTrack.Questions.Model;

/// <summary>An answer while the model speaks: what of it is proven already, over all rounds of calls.</summary>
internal sealed class AnswerDraft(OfferedSources sources, ILogger logger)
{
    private readonly List<CitedSentence> _said = [];

    public OfferedSources Sources => sources;

    /// <summary>What may be shown, as of the last look.</summary>
    public CitedText Proven { get; private set; } = CitedText.Empty;

    /// <summary>How many sentences were left out.</summary>
    public int Dropped { get; private set; }

    /// <summary>Takes in what the model has said so far in this round.</summary>
    /// <returns>All that may be shown of the answer by now.</returns>
    public string Grow(string begun)
    {
        Proven = CitedText.Of([.. _said, .. Numbered(CitationRules.Finished(begun)).Where(IsProven)], sources);
        return Proven.Markdown;
    }

    /// <summary>Takes in a whole round. What was shown of it stays, whatever the next one says.</summary>
    public void Complete(string text)
    {
        foreach (var sentence in Numbered(CitationRules.Sentences(text)).ToList())
        {
            if (IsProven(sentence))
            {
                _said.Add(sentence);
                continue;
            }

            Dropped++;
            Log.SentenceDropped(logger, sentence.Marks.Count, sentence.Text.Length);
        }

        Proven = CitedText.Of(_said, sources);
    }

    private bool IsProven(CitedSentence sentence) => CitationRules.IsProven(sentence, sources.Marks, sources.Domains);

    /// <summary>The lines of a round follow those of the round before; a model may repeat itself when it has called something.</summary>
    private IEnumerable<CitedSentence> Numbered(IEnumerable<CitedSentence> sentences)
    {
        var (from, before) = (_said.Count == 0 ? 0 : _said[^1].Line + 1, _said.Select(sentence => sentence.Text).ToHashSet(StringComparer.Ordinal));
        return sentences.Where(sentence => !before.Contains(sentence.Text)).Select(sentence => sentence with { Line = from + sentence.Line });
    }
}
