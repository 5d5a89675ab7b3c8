using System.Globalization;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>A DNS name of an organisation. <see cref="Ascii"/> is what DNS and Graph take, <see cref="Unicode"/> what people read.</summary>
public sealed record DomainName
{
    // DNS: 63 octets a label, 253 in all.
    private const int MaxLabel = 63;
    private const int MaxLength = 253;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private DomainName(string ascii, string unicode) => (Ascii, Unicode) = (ascii, unicode);

    public string Ascii { get; }
    public string Unicode { get; }

    /// <summary>Takes "contoso.com", and what people paste instead: "https://www.contoso.com/x", "ana@contoso.com".</summary>
    public static Parsed<DomainName> Parse(string? text)
    {
        // Pasted addresses may carry long paths and queries.
        if (TypedText.Clean(text, 2_000) is not { } clean)
            return string.IsNullOrWhiteSpace(text) ? Problem.Required : Problem.Domain;

        var pasted = clean.Contains("://", StringComparison.Ordinal);
        var host = Host(clean);
        if (pasted && host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && host.LastIndexOf('.') > 3)
            host = host[4..];

        return FromHost(host) is { } domain ? domain : Problem.Domain;
    }

    public override string ToString() => Ascii;

    internal static DomainName? FromHost(string host)
    {
        host = host.TrimEnd('.').ToLowerInvariant();
        if (host.Length is 0 or > MaxLength)
            return null;

        try
        {
            var ascii = Idn.GetAscii(host).ToLowerInvariant();
            return IsDomain(ascii) ? new(ascii, Idn.GetUnicode(ascii)) : null;
        }
        catch (ArgumentException)
        {
            // The mapping's only way to say that a label is not allowed.
            return null;
        }
    }

    private static string Host(string text)
    {
        var start = text.IndexOf("://", StringComparison.Ordinal);
        var host = start < 0 ? text : text[(start + 3)..];
        var end = host.IndexOfAny(['/', '?', '#']);
        host = end < 0 ? host : host[..end];
        host = host[(host.LastIndexOf('@') + 1)..];
        var port = host.IndexOf(':');
        return port < 0 ? host : host[..port];
    }

    private static bool IsDomain(string ascii)
    {
        var labels = ascii.Split('.');
        return ascii.Length <= MaxLength && labels.Length > 1 && labels.All(IsLabel)
            // An all-numeric last label is an IP address.
            && labels[^1].Length > 1 && !labels[^1].All(char.IsAsciiDigit);
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= MaxLabel && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
