using System.Collections.Concurrent;

namespace FastTrackBot.Platform.BotFramework.Authentication;

/// <summary>
/// Where the bot may write to, and so whom it may show its token: Teams' known hosts, and the origins that a validated token
/// named in this process. Anything else could be a stranger's server.
/// </summary>
public sealed class ServiceUrlPolicy(CloudEndpoints cloud, DevelopmentBypass bypass)
{
    private const int MostVouched = 256;
    private readonly ConcurrentDictionary<string, bool> _vouched = new(StringComparer.Ordinal);

    /// <summary>The parsed URL when it is trusted, else null. Build requests from this one, never from the text again.</summary>
    public Uri? Trusted(string? serviceUrl)
    {
        if (Parse(serviceUrl) is not { } url)
            return null;
        return url.IsLoopback || cloud.ServiceHosts.Contains(url.Host) || _vouched.ContainsKey(Origin(url)) ? url : null;
    }

    /// <summary>Remembers the origin of a service URL that stands in a validated token of the Bot Connector. False: not fit to be one.</summary>
    public bool Vouch(string? serviceUrl)
    {
        if (Parse(serviceUrl) is not { } url)
            return false;
        if (url.IsLoopback || cloud.ServiceHosts.Contains(url.Host))
            return true;
        // The connector has a handful of hosts; a full list means that something is wrong, and then the known hosts must do.
        if (_vouched.Count < MostVouched)
            _vouched.TryAdd(Origin(url), true);
        return _vouched.ContainsKey(Origin(url));
    }

    /// <summary>The same address, but for letter case and a slash at the end.</summary>
    public static bool Same(string? one, string? other) =>
        one is not null && other is not null
        && one.AsSpan().TrimEnd('/').Equals(other.AsSpan().TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private Uri? Parse(string? text)
    {
        // Plain ASCII without blanks and backslashes: what is left reads alike to every URL parser.
        if (text is not { Length: > 0 and <= 2048 } || text.AsSpan().ContainsAnyExceptInRange('!', '~') || text.Contains('\\', StringComparison.Ordinal))
            return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
            return null;
        if (url.IsLoopback)
            return bypass.IsOn && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) ? url : null;
        return url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && url.HostNameType == UriHostNameType.Dns ? url : null;
    }

    private static string Origin(Uri url) => url.GetLeftPart(UriPartial.Authority);
}
