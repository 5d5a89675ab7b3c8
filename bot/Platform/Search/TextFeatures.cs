namespace FastTrackBot.Platform.Search;

/// <summary>
/// What texts have in common when they are alike: words, two words side by side, and pieces of words, which inflections, compounds and
/// slips of the keyboard leave whole for the most part. Where no blanks part the words it is pieces alone.
/// </summary>
internal static class TextFeatures
{
    private const int WordPiece = 4;
    private const float Word = 1.5f;
    private const float Pair = 1;
    // A word has many pieces; together they count as much as the word.
    private const float Piece = 0.4f;
    private const float OneCharacter = 0.5f;

    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Each feature once, by its hash, with how much it counts.</summary>
    public static Feature[] Of(string text)
    {
        List<Feature> all = [];
        ulong? before = null;
        foreach (var (run, script) in SearchTokens.Runs(text))
        {
            if (script == TextScript.Words)
            {
                var word = Hash(Basis, run);
                all.Add(new Feature(word, Word));
                if (before is { } left) all.Add(new Feature(Hash((left ^ ' ') * Prime, run), Pair));
                AddPieces($"_{run}_", WordPiece, Piece, all);
                before = word;
            }
            else
            {
                for (var size = script == TextScript.Thai ? 3 : 1; size <= (script == TextScript.Thai ? 4 : 3); size++) AddPieces(run, size, size == 1 ? OneCharacter : 1, all);
                before = null;
            }
        }

        return Merge(all);
    }

    /// <summary>Japanese writes its endings and particles in hiragana, and next to no nouns: such pieces say nothing.</summary>
    private static void AddPieces(string run, int size, float weight, List<Feature> all)
    {
        for (var at = 0; at + size <= run.Length; at++)
        {
            var piece = run.AsSpan(at, size);
            if (piece.ContainsAnyExceptInRange('\u3041', '\u309F')) all.Add(new Feature(Hash(Basis + (ulong)size, piece), weight));
        }
    }

    /// <summary>The second time counts less than the first.</summary>
    private static Feature[] Merge(List<Feature> all)
    {
        all.Sort(static (one, other) => one.Key.CompareTo(other.Key));
        var merged = new Feature[all.Count];
        var count = 0;
        for (var at = 0; at < all.Count;)
        {
            var (key, weight) = all[at++];
            while (at < all.Count && all[at].Key == key) weight += all[at++].Weight;
            merged[count++] = new Feature(key, weight > 1 ? 1 + MathF.Log(weight) : weight);
        }

        return merged[..count];
    }

    /// <summary>FNV-1a: the same in every process, and wide enough that two features never meet.</summary>
    private static ulong Hash(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var letter in text) hash = (hash ^ letter) * Prime;
        return hash;
    }
}

internal readonly record struct Feature(ulong Key, float Weight);
