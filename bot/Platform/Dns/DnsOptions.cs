namespace FastTrackBot.Platform.Dns;

/// <summary>The section <c>Dns</c> of the settings.</summary>
public sealed class DnsOptions
{
    public const string Section = "Dns";

    /// <summary>A resolver that speaks DNS over HTTPS with JSON. It learns the names of the tenant's domains.</summary>
    public string Resolver { get; set; } = "https://cloudflare-dns.com/dns-query";

    /// <summary>The longest that one question may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <returns>What is wrong, in words; none when the settings can be used.</returns>
    internal string? Problem()
    {
        if (!Uri.TryCreate(Resolver, UriKind.Absolute, out var address) || address.Query.Length > 0)
            return $"Dns:Resolver is '{Resolver}'; it must look like https://cloudflare-dns.com/dns-query.";
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
            return "Dns:Resolver must be https.";
        return Timeout > TimeSpan.Zero ? null : "Dns:Timeout must be positive.";
    }
}
