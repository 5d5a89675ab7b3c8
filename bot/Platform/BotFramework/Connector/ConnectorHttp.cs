namespace FastTrackBot.Platform.BotFramework.Connector;

/// <summary>The one HttpClient of the connector: bare, because it is on the way of every answer.</summary>
public sealed class ConnectorHttp : IDisposable
{
    public ConnectorHttp()
        : this(new SocketsHttpHandler
        {
            // A redirect would carry the bot's message, and could carry its token, to a host that nobody checked.
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            ConnectTimeout = TimeSpan.FromSeconds(5),
            ActivityHeadersPropagator = null,
        })
    {
    }

    /// <summary>For tests: in place of the network.</summary>
    public ConnectorHttp(HttpMessageHandler handler)
    {
        // Time-outs are the retry's business: it counts them by the injected clock.
        Client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var version = typeof(ConnectorHttp).Assembly.GetName().Version?.ToString(3);
        Client.DefaultRequestHeaders.UserAgent.ParseAdd($"FastTrackBot/{version}");
        Client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
    }

    public HttpClient Client { get; }

    public void Dispose() => Client.Dispose();
}
