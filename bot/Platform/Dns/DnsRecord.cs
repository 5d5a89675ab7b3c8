using System.Globalization;
using System.Text;

namespace FastTrackBot.Platform.Dns;

/// <summary>One live record, its content in one form: names in small letters without the last dot, texts in one piece without quotes.</summary>
/// <param name="Target">The host that a MX, CNAME or SRV record leads to; the text of a TXT record.</param>
/// <param name="Port">Of a SRV record.</param>
public sealed record DnsRecord(string Target, int Port = 0)
{
    /// <returns>Null where the data is not of that type: then the resolver said something that no client can use.</returns>
    internal static DnsRecord? Parse(DnsType type, string data)
    {
        var words = data.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return type switch
        {
            DnsType.Txt => new DnsRecord(Unquote(data)),
            DnsType.Cname when words is [var host] => new DnsRecord(Host(host)),
            DnsType.Mx when words is [_, var host] => new DnsRecord(Host(host)),
            DnsType.Srv when words is [_, _, var port, var host] && int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
                new DnsRecord(Host(host), number),
            _ => null,
        };
    }

    public static string Host(string name) => name.TrimEnd('.').ToLowerInvariant();

    /// <summary>A long text comes in pieces, <c>"v=spf1 …" "… -all"</c>, which belong together without a blank. Some resolvers leave the quotes out.</summary>
    private static string Unquote(string data)
    {
        if (!data.StartsWith('"')) return data;
        var text = new StringBuilder(data.Length);
        var within = false;
        for (var i = 0; i < data.Length; i++)
        {
            if (data[i] == '\\' && i + 1 < data.Length) text.Append(data[++i]);
            else if (data[i] == '"') within = !within;
            else if (within) text.Append(data[i]);
        }

        return text.ToString();
    }
}
