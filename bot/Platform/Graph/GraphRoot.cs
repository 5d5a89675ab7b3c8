namespace FastTrackBot.Platform.Graph;

/// <summary>The configured address that every call stays under: a token is only ever sent there.</summary>
internal sealed record GraphRoot(Uri Address)
{
    public static GraphRoot Of(GraphOptions options) => new(new Uri(options.EffectiveBaseUrl, UriKind.Absolute));

    /// <param name="path">Begins with a slash, no version: <c>/organization?$select=id</c>.</param>
    /// <exception cref="ArgumentException">The path does not begin with a slash or leads out of the root.</exception>
    public Uri Resolve(string path)
    {
        if (path.StartsWith('/') && Uri.TryCreate(Address.AbsoluteUri.TrimEnd('/') + path, UriKind.Absolute, out var address) && Owns(address))
            return address;
        throw new ArgumentException($"'{path}' is no path below {Address}.", nameof(path));
    }

    public bool Owns(Uri address) =>
        address.IsAbsoluteUri
        && address.Scheme == Address.Scheme
        && address.IdnHost.Equals(Address.IdnHost, StringComparison.OrdinalIgnoreCase)
        && address.Port == Address.Port
        && address.UserInfo.Length == 0
        && address.AbsolutePath.StartsWith(Address.AbsolutePath.TrimEnd('/') + "/", StringComparison.Ordinal);

    /// <summary>What <see cref="Resolve"/> takes, of an address that this root owns.</summary>
    public string PathAndQueryOf(Uri address) => address.PathAndQuery[Address.AbsolutePath.TrimEnd('/').Length..];
}
