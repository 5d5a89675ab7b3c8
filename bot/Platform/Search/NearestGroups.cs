using System.Runtime.InteropServices;

namespace FastTrackBot.Platform.Search;

/// <summary>
/// Groups of short texts that mean the same, and how near a question is to each of them. It is made once and never changes, so that any number
/// of threads may ask. A few thousand texts take some milliseconds to prepare, and a question a fraction of one.
/// </summary>
public sealed class NearestGroups
{
    /// <summary>How much of a feature in a group is half of all that it can count: a few texts of the group that have it are nearly as good as all.</summary>
    private const float Saturation = 0.1f;

    private readonly Dictionary<ulong, int> _numbers = [];
    private readonly int _count;
    // By feature: how rare it is, and where its entries begin. Side by side: the groups that have it, and what it counts there.
    private readonly float[] _rarity;
    private readonly int[] _start;
    private readonly int[] _group;
    private readonly float[] _share;

    public NearestGroups(IReadOnlyList<IReadOnlyList<string>> groups)
    {
        _count = groups.Count;
        List<Numbered> texts = [];
        for (var group = 0; group < groups.Count; group++)
        {
            foreach (var text in groups[group]) texts.Add(Number(group, TextFeatures.Of(text)));
        }

        (_start, var inTexts) = Count(texts);
        _group = new int[_start[^1]];
        _share = new float[_start[^1]];
        Fill(texts, inTexts);
        _rarity = new float[_numbers.Count];
        for (var feature = 0; feature < _rarity.Length; feature++)
        {
            _rarity[feature] = Rarity(_count, _start[feature + 1] - _start[feature]);
            for (var at = _start[feature]; at < _start[feature + 1]; at++) _share[at] *= _rarity[feature] / (_share[at] + Saturation);
        }
    }

    /// <summary>How much of the question each group has, from 0 to 1: rare features count more, and those that no group has count against all.</summary>
    public float[] Shares(string question)
    {
        var shares = new float[_count];
        var total = 0f;
        foreach (var (key, weight) in TextFeatures.Of(question))
        {
            if (!_numbers.TryGetValue(key, out var feature))
            {
                total += weight * Rarity(_count, 0);
                continue;
            }

            total += weight * _rarity[feature];
            for (var at = _start[feature]; at < _start[feature + 1]; at++) shares[_group[at]] += weight * _share[at];
        }

        for (var group = 0; group < shares.Length && total > 0; group++) shares[group] /= total;
        return shares;
    }

    private Numbered Number(int group, Feature[] features)
    {
        var numbers = new int[features.Length];
        for (var at = 0; at < features.Length; at++)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, features[at].Key, out var known);
            if (!known) number = _numbers.Count - 1;
            numbers[at] = number;
        }

        return new Numbered(group, numbers, features);
    }

    /// <returns>Where the entries of each feature begin, one for each group that has it; and how many texts have it.</returns>
    private (int[] Start, int[] InTexts) Count(List<Numbered> texts)
    {
        var start = new int[_numbers.Count + 1];
        var inTexts = new int[_numbers.Count];
        var last = new int[_numbers.Count];
        foreach (var text in texts)
        {
            foreach (var feature in text.Numbers)
            {
                inTexts[feature]++;
                if (last[feature] == text.Group + 1) continue;
                last[feature] = text.Group + 1;
                start[feature + 1]++;
            }
        }

        for (var feature = 0; feature < inTexts.Length; feature++) start[feature + 1] += start[feature];
        return (start, inTexts);
    }

    /// <summary>Each text counts the same, however long it is: its features are weighed by how rare they are among the texts, and scaled to the length one.</summary>
    private void Fill(List<Numbered> texts, int[] inTexts)
    {
        var next = _start[..^1];
        var rarity = Array.ConvertAll(inTexts, having => Rarity(texts.Count, having));
        foreach (var text in texts)
        {
            var weights = new float[text.Numbers.Length];
            var square = 0f;
            for (var at = 0; at < weights.Length; at++)
            {
                weights[at] = text.Features[at].Weight * rarity[text.Numbers[at]];
                square += weights[at] * weights[at];
            }

            var length = MathF.Sqrt(square);
            for (var at = 0; at < weights.Length; at++)
            {
                var feature = text.Numbers[at];
                // Texts come group by group, so that an entry of the same group can only be the last one.
                var entry = next[feature];
                if (entry > _start[feature] && _group[entry - 1] == text.Group) entry--;
                else next[feature]++;
                _group[entry] = text.Group;
                _share[entry] += weights[at] / length;
            }
        }
    }

    private static float Rarity(int all, int having) => MathF.Log((all + 1) / (having + 0.5f));

    private readonly record struct Numbered(int Group, int[] Numbers, Feature[] Features);
}
