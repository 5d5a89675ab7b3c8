namespace FastTrackBot.FastTrack.Eligibility;

/// <summary>The catalogue of licence plans.</summary>
public sealed class LicencePlans
{
    private readonly Dictionary<string, LicencePlan> _exact;
    private readonly IReadOnlyList<LicencePlan> _patterns;

    public LicencePlans(IReadOnlyList<LicencePlan> plans)
    {
        All = plans;
        _exact = plans.Where(plan => !plan.Sku.Contains('*')).ToDictionary(plan => Key(plan.Sku), StringComparer.Ordinal);
        _patterns = [.. plans.Where(plan => plan.Sku.Contains('*'))];
    }

    public static LicencePlans Default { get; } =
        new(EmbeddedData.Read("FastTrack/Eligibility/Data/licence-plans.json", EligibilityJson.Default.LicencePlanFile).Plans);

    public IReadOnlyList<LicencePlan> All { get; }

    /// <summary>An exact part number wins over a pattern, an earlier pattern over a later one. Null if nothing is known.</summary>
    public LicencePlan? Find(string? skuPartNumber)
    {
        if (string.IsNullOrWhiteSpace(skuPartNumber) || skuPartNumber.Length > 200)
            return null;

        var key = Key(skuPartNumber);
        return _exact.GetValueOrDefault(key) ?? _patterns.FirstOrDefault(plan => Matches(key, Key(plan.Sku)));
    }

    // Microsoft's own list has stray blanks, also inside ("Microsoft_365_ Business_ Premium_(no Teams)"), so none of them matter.
    private static string Key(string sku) => string.Concat(sku.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();

    private static bool Matches(string key, string pattern)
    {
        var parts = pattern.Split('*');
        if (!key.StartsWith(parts[0], StringComparison.Ordinal) || !key.EndsWith(parts[^1], StringComparison.Ordinal))
            return false;

        var from = parts[0].Length;
        foreach (var part in parts[1..^1])
        {
            var at = key.IndexOf(part, from, StringComparison.Ordinal);
            if (at < 0)
                return false;
            from = at + part.Length;
        }

        return from <= key.Length - parts[^1].Length;
    }
}
