namespace FastTrackBot.Tests.House;

/// <summary>Names each breach of a rule in full, a line each: whoever broke it reads where.</summary>
internal static class Breaches
{
    public static void None(IEnumerable<string> breaches)
    {
        var all = breaches.Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, string.Join(Environment.NewLine, all.Prepend($"Breaches: {all.Count}")));
    }
}
