using System.Text;
using FastTrackBot.Cards;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Questions.Model;

/// <summary>What may be shown of an answer: each sentence escaped like a person's text, with marks that count from 1 in the order in which they come.</summary>
/// <remarks>With further sentences it begins the same.</remarks>
internal sealed record CitedText(string Markdown, IReadOnlyList<Citation> Citations, int Sentences)
{
    public static readonly CitedText Empty = new("", [], 0);

    public bool IsEmpty => Sentences == 0;

    /// <param name="sentences">Those that are proven.</param>
    public static CitedText Of(IReadOnlyList<CitedSentence> sentences, OfferedSources sources)
    {
        var text = new StringBuilder();
        List<int> shown = [];
        var line = -1;
        foreach (var sentence in sentences)
        {
            if (sentence.Line != line)
            {
                if (line >= 0) text.Append("\n\n");
                if (sentence.IsItem) text.Append("- ");
                line = sentence.Line;
            }
            else
            {
                text.Append(' ');
            }

            text.Append(UserText.Escape(sentence.Text)).Append(' ');
            foreach (var mark in sentence.Marks) text.Append('[').Append(PositionOf(mark, shown)).Append(']');
        }

        return new CitedText(text.ToString(), [.. shown.Select((mark, at) => CitationOf(at + 1, sources[mark]))], sentences.Count);
    }

    private static int PositionOf(int mark, List<int> shown)
    {
        if (!shown.Contains(mark)) shown.Add(mark);
        return shown.IndexOf(mark) + 1;
    }

    private static Citation CitationOf(int position, OfferedSource source) => new(position, source.Name, source.Abstract, source.Url);
}
