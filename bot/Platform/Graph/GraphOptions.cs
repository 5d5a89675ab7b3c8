namespace FastTrackBot.Platform.Graph;

/// <summary>The section <c>Graph</c> of the settings.</summary>
public sealed class GraphOptions
{
    public const string Section = "Graph";

    /// <summary>Names a row of <see cref="GraphCloud"/>; unless set here it is <c>Bot:Cloud</c>.</summary>
    public string Cloud { get; set; } = "Public";

    /// <summary>
    /// The root of every call, with the version: <c>https://graph.microsoft.com/v1.0</c>. Empty takes the cloud's.
    /// Must be https, except on loopback: a token never travels in the clear.
    /// </summary>
    public string? BaseUrl { get; set; }

    /// <summary>What the token is asked for, e.g. <c>https://graph.microsoft.com/.default</c>. Empty takes the cloud's.</summary>
    public string? Scope { get; set; }

    /// <summary>The longest that one attempt may take, its token and its body included.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest that all attempts of one call may take together. A longer Retry-After is not waited for.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Attempts of one call, the first included.</summary>
    public int MaxAttempts { get; set; } = 4;

    /// <summary>The first pause where the service names none; it doubles from there, with jitter.</summary>
    public TimeSpan BackOff { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether calls that nobody waits for are paced below Graph's limits.</summary>
    public bool Pacing { get; set; } = true;

    /// <summary>Microsoft's form is <c>NONISV|company|application/version</c>; traffic without it is throttled earlier.</summary>
    public string UserAgent { get; set; } = "NONISV|FastTrackBot|FastTrackBot/0.1";

    internal string EffectiveBaseUrl =>
        (string.IsNullOrWhiteSpace(BaseUrl) ? GraphCloud.Find(Cloud)?.BaseUrl ?? "" : BaseUrl).TrimEnd('/');

    internal string EffectiveScope =>
        string.IsNullOrWhiteSpace(Scope) ? GraphCloud.Find(Cloud)?.Scope ?? "" : Scope;

    /// <returns>What is wrong, in words; none when the settings can be used.</returns>
    internal string? Problem()
    {
        if (GraphCloud.Find(Cloud) is null)
            return $"Graph:Cloud is '{Cloud}'; it must be one of {string.Join(", ", GraphCloud.All.Select(cloud => cloud.Name))}.";
        if (!Uri.TryCreate(EffectiveBaseUrl, UriKind.Absolute, out var root) || root.Query.Length > 0 || root.UserInfo.Length > 0)
            return $"Graph:BaseUrl is '{BaseUrl}'; it must look like https://graph.microsoft.com/v1.0.";
        if (root.Scheme != Uri.UriSchemeHttps && !(root.Scheme == Uri.UriSchemeHttp && root.IsLoopback))
            return "Graph:BaseUrl must be https: a token never travels in the clear.";
        if (Timeout <= TimeSpan.Zero || TotalTimeout < Timeout || BackOff <= TimeSpan.Zero || MaxAttempts < 1)
            return "Graph:Timeout, Graph:BackOff and Graph:MaxAttempts must be positive, and Graph:TotalTimeout not below Graph:Timeout.";
        return null;
    }
}
