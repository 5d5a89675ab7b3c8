namespace FastTrackBot.Platform.Graph.Rates;

/// <summary>Which limits a call counts against.</summary>
/// <param name="Part">The mailbox, the report …, where a service limits each by itself.</param>
internal readonly record struct GraphScope(GraphService Service, string Part)
{
    /// <param name="path">Without a version and a query.</param>
    public static GraphScope Of(string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var service = GraphLimits.Current.Services.First(one => one.Covers(segments));
        return new GraphScope(service, service.Part is { } part && part < segments.Length ? segments[part] : "");
    }
}
