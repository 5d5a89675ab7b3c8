using System.Text;
using System.Text.Json.Nodes;
using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Sandbox;
using FastTrackBot.Tests.Platform.BotFramework;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FastTrackBot.Tests.Bot;

/// <summary>
/// The whole bot as Program builds it, on a real port, with a database file of its own, a clock that stands still, a captured
/// channel and a make-believe tenant. A script reads like the conversation:
/// <code>
/// await using var bot = await BotHost.StartAsync();
/// await bot.As(People.Admin).Says("eligibility").Sees("Step 1 of 6").Presses("Next", ("origin", "typed")).Sees("How many");
/// </code>
/// </summary>
public sealed class BotHost : IAsyncDisposable
{
    private readonly List<App> _apps = [];
    private readonly Dictionary<(Person, Place), Chat> _chats = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fasttrackbot-");
    private int _databases;
    private HttpClient _http = null!;

    private BotHost(SandboxHost graph) => (Graph, Channel) = (graph, new CapturedChannel(Clock));

    /// <summary>To be changed in the argument of <see cref="StartAsync"/>.</summary>
    public Dictionary<string, string?> Settings { get; } = new()
    {
        ["environment"] = Environments.Development,
        ["Bot:TenantId"] = SandboxPeople.TenantId,
        ["Bot:DangerouslyAllowUnauthenticated"] = "true",
        ["Access:Admins:0"] = SandboxPeople.Admin,
        ["Access:Specialists:0"] = SandboxPeople.Specialist,
        ["Access:Partners:0"] = SandboxPeople.Partner,
        ["Playground:Start"] = "false",
        // So that a script sees only the requests that it caused; recording has tests of its own.
        ["Recording:Enabled"] = "false",
        // Likewise: nothing comes that a script did not ask for.
        ["Reminders:Enabled"] = "false",
        ["Retention:Enabled"] = "false",
        // One try each: pauses would wait for a clock that stands still, and have tests of their own.
        ["Bot:Connector:Tries"] = "1",
        ["Graph:MaxAttempts"] = "1",
        ["Graph:Pacing"] = "false",
    };

    /// <summary>To be called in the argument of <see cref="StartAsync"/>; hosts on the same database are instances of one bot.</summary>
    public void UsePostgres(string connectionString) =>
        (Settings["Storage:Provider"], Settings["Storage:ConnectionString"]) = ("postgres", connectionString);

    /// <summary>What a test registers beside, or in place of, what Program registers.</summary>
    public Action<IServiceCollection>? AlsoAdd { get; set; }

    public CapturedChannel Channel { get; }

    /// <summary>The tenant: its faults, its data, and what was asked of it.</summary>
    public SandboxHost Graph { get; }

    public FakeClock Clock { get; } = new();

    public RecordedLog Log { get; } = new();

    public IServiceProvider Services => _apps[^1].Services;

    public string Database { get; private set; } = "";

    public static async Task<BotHost> StartAsync(Action<BotHost>? configure = null)
    {
        var host = new BotHost(await SandboxHost.StartAsync(ct: TestContext.Current.CancellationToken));
        host.Settings["Graph:BaseUrl"] = host.Graph.GraphBaseUrl.ToString();
        host.Settings["Dns:Resolver"] = host.Graph.DnsResolver.ToString();
        host.Database = host.NewDatabase();
        configure?.Invoke(host);
        await host.OpenAsync();
        return host;
    }

    /// <summary>A person in a conversation; without a place, in the personal chat with the bot. The same two are the same chat.</summary>
    public Chat As(Person person, Place? place = null)
    {
        place ??= Place.PersonalChatOf(person);
        return _chats.TryGetValue((person, place), out var chat) ? chat : _chats[(person, place)] = new Chat(this, person, place);
    }

    /// <summary>Posts an activity, as Teams does.</summary>
    public Task<BotAnswer> PostAsync(JsonNode activity) => PostAsync(Encoding.UTF8.GetBytes(activity.ToJsonString()));

    public async Task<BotAnswer> PostAsync(byte[] body, string contentType = "application/json")
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = content };
        return await SendAsync(request);
    }

    public async Task<BotAnswer> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return new BotAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Sends what waits to be sent, as the bot does every half minute.</summary>
    /// <returns>How many turns had something waiting.</returns>
    public Task<int> SendPendingAsync() =>
        Services.GetServices<IHostedService>().OfType<PendingMessages>().Single().SendAsync(TestContext.Current.CancellationToken);

    /// <summary>Stops the bot, and starts it again on the same database.</summary>
    public async Task RestartAsync()
    {
        _http.Dispose();
        await _apps[^1].DisposeAsync();
        _apps.RemoveAt(_apps.Count - 1);
        await OpenAsync();
    }

    /// <summary>
    /// The power fails: the bot gets no chance to finish anything, and another one starts on what has reached the disk.
    /// The old one goes on in a world of its own, without a channel, until the end of the test.
    /// </summary>
    public Task CrashAsync()
    {
        _apps[^1].Line.Cut();
        var copy = NewDatabase();
        foreach (var suffix in (ReadOnlySpan<string>)["", "-wal"])
        {
            if (File.Exists(Database + suffix))
                File.Copy(Database + suffix, copy + suffix);
        }

        Database = copy;
        return OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        foreach (var app in _apps)
            await app.DisposeAsync();
        await Graph.DisposeAsync();
        _folder.Delete(recursive: true);
        Assert.Empty(Channel.Complaints);
    }

    private string NewDatabase() => Path.Combine(_folder.FullName, $"bot-{++_databases}.db");

    private async Task OpenAsync()
    {
        var app = new App(this, Channel.Connect());
        _apps.Add(app);
        _http = app.CreateClient();
        // From here on rounds of waiting messages come only when the test moves the clock, or asks for one.
        await Clock.UntilSomeoneWaitsAsync(wait => wait == PendingMessages.Interval)
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    private sealed class App : WebApplicationFactory<Program>
    {
        private readonly BotHost _host;
        private readonly string _database;

        public App(BotHost host, CapturedChannel.Line line)
        {
            (_host, _database, Line) = (host, host.Database, line);
            // A port given here would be set while the program already starts the server; as a setting it is there from the beginning.
            UseKestrel();
        }

        public CapturedChannel.Line Line { get; }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (name, value) in _host.Settings)
                builder.UseSetting(name, value);
            builder.UseSetting("urls", "http://127.0.0.1:0");
            builder.UseSetting("Storage:Path", _database);
            builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(_host.Log).AddFilter<RecordedLog>("FastTrackBot.Platform.BotFramework", LogLevel.Debug));
            builder.ConfigureTestServices(services =>
            {
                services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
                services.AddSingleton<TimeProvider>(_host.Clock);
                services.AddSingleton(new ConnectorHttp(Line));
                _host.AlsoAdd?.Invoke(services);
            });
        }
    }
}

/// <summary>The HTTP answer to an activity.</summary>
public sealed record BotAnswer(int Status, string Body)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();
}
