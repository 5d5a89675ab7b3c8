using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Tests.Platform.BotFramework.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace FastTrackBot.Tests.Platform.BotFramework.Connector;

/// <summary>The connector client as the bot registers it, against a connector on this machine, which the bypass lets it write to.</summary>
public sealed class ConnectorHarness : IAsyncDisposable
{
    private readonly AuthenticationHarness _door;

    private ConnectorHarness(AuthenticationHarness door, StubConnector teams)
    {
        (_door, Teams) = (door, teams);
        Credential = new FakeCredential(door.Clock);
        Authorization = new ConnectorAuthorization(new AccessTokenSource(() => Credential, "https://api.botframework.com/.default", door.Clock), false);
        door.Environment = "Development";
        door.Settings["Bot:DangerouslyAllowUnauthenticated"] = "true";
        door.AlsoAdd = services =>
        {
            if (Handler is not null)
                services.AddSingleton(new ConnectorHttp(Handler));
            if (Authorization is not null)
                services.AddSingleton(Authorization);
            services.AddConnectorClient();
        };
    }

    public StubConnector Teams { get; }
    public FakeCredential Credential { get; }
    public AuthenticationHarness Door => _door;
    public FakeClock Clock => _door.Clock;

    /// <summary>In place of the network, when a test needs hosts that are not on this machine.</summary>
    public HttpMessageHandler? Handler { get; set; }

    /// <summary>Null takes what the settings say.</summary>
    public ConnectorAuthorization? Authorization { get; set; }

    public ConnectorClient Client => _door.Services.GetRequiredService<ConnectorClient>();

    public static async Task<ConnectorHarness> StartAsync() => new(await AuthenticationHarness.StartAsync(), await StubConnector.StartAsync());

    /// <summary>Moves the clock to the end of each pause between tries, and says how long the pauses were.</summary>
    public async Task<List<TimeSpan>> PassPausesAsync(Task call, int pauses)
    {
        List<TimeSpan> passed = [];
        for (var i = 0; i < pauses; i++)
        {
            // The try's own time-out of 10 s is on the same clock.
            var waits = _door.Clock.UntilSomeoneWaitsAsync(due => due != TimeSpan.FromSeconds(10));
            if (await Task.WhenAny(waits, call) == call)
                break;
            passed.Add(await waits);
            _door.Clock.Advance(passed[^1]);
        }

        return passed;
    }

    public async ValueTask DisposeAsync()
    {
        await _door.DisposeAsync();
        await Teams.DisposeAsync();
    }
}
