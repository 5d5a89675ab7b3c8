namespace FastTrackBot.Platform.Graph;

/// <summary>Puts ids and values into paths, so that none of them leads elsewhere.</summary>
internal static class GraphPath
{
    /// <summary>An id as one segment. The commas of a site's id are as harmless as they look.</summary>
    public static string Segment(string id) => Uri.EscapeDataString(id).Replace("%2C", ",", StringComparison.Ordinal);

    /// <summary>A text within the quotes of a filter, for use in a query.</summary>
    public static string Quoted(string text) => Uri.EscapeDataString($"'{text.Replace("'", "''", StringComparison.Ordinal)}'");
}
