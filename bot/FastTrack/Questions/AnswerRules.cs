using FastTrackBot.FastTrack.Questions.Knowledge;

namespace FastTrackBot.FastTrack.Questions;

/// <summary>What was found for a question: the passage that answers it, and others that may.</summary>
internal sealed record FoundAnswer(Passage Best, IReadOnlyList<Passage> Others);

/// <summary>Says when the bot knows an answer, and when it had better say that it does not.</summary>
internal static class AnswerRules
{
    /// <summary>With more a card is no answer any more.</summary>
    public const int MostPassages = 3;

    /// <param name="found">The best first.</param>
    /// <returns>Null: the bot does not know.</returns>
    public static FoundAnswer? Choose(IReadOnlyList<FoundPassage> found, KnownShare known)
    {
        if (found.Count == 0 || found[0].Certainty < known.Certainty) return null;
        var others = found.Skip(1).Where(other => other.Strength >= found[0].Strength * known.Also).Take(MostPassages - 1);
        return new FoundAnswer(found[0].Passage, [.. others.Select(other => other.Passage)]);
    }
}
