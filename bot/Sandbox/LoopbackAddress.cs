namespace FastTrackBot.Sandbox;

/// <summary>Where a server that listens on the given addresses can be reached from this machine.</summary>
internal static class LoopbackAddress
{
    /// <param name="addresses">As in <c>ASPNETCORE_URLS</c>: <c>http://localhost:3978</c>, <c>http://*:8080</c> …</param>
    /// <returns>Scheme, host and port. None where there is no plain http address, or its port is not known yet (0).</returns>
    public static Uri? Of(IEnumerable<string> addresses)
    {
        foreach (var address in addresses)
        {
            // "localhost" listens on both families; the digits spare a look-up and an attempt on the wrong one.
            var normal = address.Replace("//*:", "//127.0.0.1:", StringComparison.Ordinal)
                .Replace("//+:", "//127.0.0.1:", StringComparison.Ordinal)
                .Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal)
                .Replace("//[::]:", "//127.0.0.1:", StringComparison.Ordinal)
                .Replace("//localhost:", "//127.0.0.1:", StringComparison.OrdinalIgnoreCase);
            if (Uri.TryCreate(normal, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp && uri.Port != 0)
                return new Uri(uri.GetLeftPart(UriPartial.Authority));
        }

        return null;
    }
}
