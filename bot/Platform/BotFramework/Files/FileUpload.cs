using System.Net.Http.Headers;
using FastTrackBot.Platform.BotFramework.Authentication;
using FastTrackBot.Platform.BotFramework.Connector;

namespace FastTrackBot.Platform.BotFramework.Files;

/// <summary>Puts a file where Teams wants it: an address in the person's OneDrive that needs no token, and so gets none.</summary>
public sealed class FileUpload(ConnectorHttp http, DevelopmentBypass bypass, TimeProvider clock)
{
    /// <summary>OneDrive's hosts in each cloud (https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges).</summary>
    private static readonly string[] Hosts = [".sharepoint.com", ".sharepoint.us", ".sharepoint-mil.us", ".sharepoint.cn"];

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <exception cref="HttpRequestException">It could not be put there; the status tells whether another attempt may help.</exception>
    /// <exception cref="OperationCanceledException">OneDrive did not answer in time.</exception>
    public async Task PutAsync(string? uploadUrl, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var url = Trusted(uploadUrl) ?? throw new HttpRequestException("The address for the file is not one of OneDrive.", null, System.Net.HttpStatusCode.Forbidden);
        using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = new ReadOnlyMemoryContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Content.Headers.ContentRange = new ContentRangeHeaderValue(0, content.Length - 1, content.Length);
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        using var response = await http.Client.SendAsync(request, either.Token);
        response.EnsureSuccessStatusCode();
    }

    private Uri? Trusted(string? text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.UserInfo.Length > 0) return null;
        // A path of this machine counts as loopback, too.
        if (url.IsLoopback) return bypass.IsOn && url.Scheme == Uri.UriSchemeHttp ? url : null;
        return url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && Hosts.Any(host => url.Host.EndsWith(host, StringComparison.OrdinalIgnoreCase)) ? url : null;
    }
}
