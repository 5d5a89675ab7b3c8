using FastTrackBot.Platform.BotFramework.Authentication;

namespace FastTrackBot.Platform.BotFramework.Connector;

/// <summary>The addresses of the connector's REST interface below a service URL that is trusted.</summary>
internal sealed class ConnectorUrl(ServiceUrlPolicy policy, ILogger<ConnectorUrl> log)
{
    /// <exception cref="ConnectorException">The service URL is not one that the bot may write to.</exception>
    public Uri Of(string serviceUrl, string path)
    {
        if (policy.Trusted(serviceUrl) is { } trusted)
            return new Uri(trusted.GetLeftPart(UriPartial.Path).TrimEnd('/') + path);
        Log.UntrustedServiceUrl(log, Refusal.Quote(serviceUrl));
        throw new ConnectorException(0, ConnectorErrors.UntrustedServiceUrl, "The service URL is not one that the bot may write to");
    }

    public Uri Activities(string serviceUrl, string conversationId) =>
        Of(serviceUrl, $"/v3/conversations/{Segment(conversationId)}/activities");

    public Uri Activity(string serviceUrl, string conversationId, string activityId) =>
        Of(serviceUrl, $"/v3/conversations/{Segment(conversationId)}/activities/{Segment(activityId)}");

    public Uri Member(string serviceUrl, string conversationId, string memberId) =>
        Of(serviceUrl, $"/v3/conversations/{Segment(conversationId)}/members/{Segment(memberId)}");

    public Uri Members(string serviceUrl, string conversationId, string? continuationToken) => Of(
        serviceUrl,
        $"/v3/conversations/{Segment(conversationId)}/pagedmembers?pageSize=200"
        + (continuationToken is null ? "" : "&continuationToken=" + Uri.EscapeDataString(continuationToken)));

    public Uri Team(string serviceUrl, string teamId) => Of(serviceUrl, $"/v3/teams/{Segment(teamId)}");

    /// <summary>An id as one segment of the path, whatever stands in it.</summary>
    internal static string Segment(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        // Dots need no escape, and would climb up the path.
        return id is "." or ".." ? throw new ArgumentException("Not an id", nameof(id)) : Uri.EscapeDataString(id);
    }
}
