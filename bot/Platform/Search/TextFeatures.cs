using System.Runtime.InteropServices;

namespace FastTrackBot.Platform.Search;

/// <summary>
/// What texts have in common when they are alike: words, two words side by side, and pieces of words, which inflections, compounds and
/// slips of the keyboard leave whole for the most part. Where no blanks part the words it is pieces alone.
/// </summary>
internal sealed class TextFeatures
{
    private const int WordPiece = 4;
    private const float Word = 1.5f;
    private const float Pair = 1;
    // A word has many pieces; together they count as much as the word.
    private const float Piece = 0.4f;
    private const float OneCharacter = 0.5f;

    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly List<ulong> _keys = [];
    private readonly List<float> _weights = [];

    private TextFeatures(string text)
    {
        ulong? before = null;
        foreach (var (run, script) in SearchTokens.Runs(text)) before = script == TextScript.Words ? AddWord(run, before) : AddCharacters(run, script);
    }

    /// <summary>Each feature once, by its hash, with how much it counts: the second time less than the first.</summary>
    public static Feature[] Of(string text)
    {
        var all = new TextFeatures(text);
        var keys = CollectionsMarshal.AsSpan(all._keys);
        var weights = CollectionsMarshal.AsSpan(all._weights);
        keys.Sort(weights);
        var merged = new Feature[keys.Length];
        var count = 0;
        for (var at = 0; at < keys.Length;)
        {
            var (key, weight) = (keys[at], weights[at++]);
            while (at < keys.Length && keys[at] == key) weight += weights[at++];
            merged[count++] = new Feature(key, weight > 1 ? 1 + MathF.Log(weight) : weight);
        }

        return merged[..count];
    }

    private ulong AddWord(string word, ulong? before)
    {
        var key = Hash(Basis, word);
        Add(key, Word);
        if (before is { } left) Add(Hash((left ^ ' ') * Prime, word), Pair);
        AddPieces($"_{word}_", WordPiece, Piece);
        return key;
    }

    private ulong? AddCharacters(string run, TextScript script)
    {
        var (least, most) = script == TextScript.Thai ? (3, 4) : (1, 3);
        for (var size = least; size <= most; size++) AddPieces(run, size, size == 1 ? OneCharacter : 1);
        return null;
    }

    /// <summary>Japanese writes its endings and particles in hiragana, and next to no nouns: such pieces say nothing.</summary>
    private void AddPieces(string run, int size, float weight)
    {
        for (var at = 0; at + size <= run.Length; at++)
        {
            var piece = run.AsSpan(at, size);
            if (piece.ContainsAnyExceptInRange('\u3041', '\u309F')) Add(Hash(Basis + (ulong)size, piece), weight);
        }
    }

    private void Add(ulong key, float weight)
    {
        _keys.Add(key);
        _weights.Add(weight);
    }

    /// <summary>FNV-1a: the same in every process, and wide enough that two features never meet.</summary>
    private static ulong Hash(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var letter in text) hash = (hash ^ letter) * Prime;
        return hash;
    }
}

internal readonly record struct Feature(ulong Key, float Weight);
