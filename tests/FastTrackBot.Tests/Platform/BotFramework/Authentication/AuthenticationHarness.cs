using System.Net;
using FastTrackBot.Platform.BotFramework.Authentication;
using FastTrackBot.Platform.BotFramework.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FastTrackBot.Tests.Platform.BotFramework.Authentication;

/// <summary>The authentication as the bot registers it, with an issuer on this machine and a clock that stands still.</summary>
public sealed class AuthenticationHarness : IAsyncDisposable
{
    private readonly LocalOpenIdServer _issuer;
    private ServiceProvider? _services;

    private AuthenticationHarness(LocalOpenIdServer issuer)
    {
        _issuer = issuer;
        Settings = new()
        {
            ["Bot:AppId"] = TestToken.AppId,
            ["Bot:TenantId"] = TestToken.Tenant,
            ["Bot:OpenIdMetadataUrl"] = issuer.MetadataUrl,
        };
    }

    public LocalOpenIdServer Issuer => _issuer;
    public FakeClock Clock { get; } = new();
    public RecordedLog Log { get; } = new();

    /// <summary>To be changed before the first request.</summary>
    public Dictionary<string, string?> Settings { get; }

    public string Environment { get; set; } = Environments.Production;

    /// <summary>What a test registers beside the authentication.</summary>
    public Action<IServiceCollection>? AlsoAdd { get; set; }

    public IServiceProvider Services => _services ??= Build();

    public ActivityAuthenticator Authenticator => Services.GetRequiredService<ActivityAuthenticator>();

    public static async Task<AuthenticationHarness> StartAsync() => new(await LocalOpenIdServer.StartAsync());

    public static Activity Message { get; } = new()
    {
        Type = ActivityTypes.Message,
        ServiceUrl = TestToken.ServiceUrl,
        ChannelId = "msteams",
        ChannelData = new TeamsChannelData { Tenant = new TenantInfo(TestToken.Tenant) },
    };

    /// <summary>Both steps, as the endpoint takes them: who is it, and does that cover this activity.</summary>
    public async Task<AuthenticationResult> PostAsync(string? header, Activity? activity = null, IPAddress? from = null)
    {
        var result = await Authenticator.AuthenticateAsync(header, from ?? IPAddress.Parse("52.112.0.1"), TestContext.Current.CancellationToken);
        return result.Caller is { } caller && Authenticator.Check(caller, activity ?? Message) is { } refusal ? refusal : result;
    }

    public Task<AuthenticationResult> PostAsync(TestToken token, Activity? activity = null) => PostAsync("Bearer " + token.Mint(), activity);

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    private ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build());
        services.AddSingleton<IHostEnvironment>(new FakeEnvironment(Environment));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(CloudEndpoints.For("Public") with { EntraMetadata = _issuer.Root + "/{tenant}/v2.0/.well-known/openid-configuration" });
        services.AddLogging(b => b.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        AlsoAdd?.Invoke(services);
        return services.AddActivityAuthentication().BuildServiceProvider(validateScopes: true);
    }

    private sealed class FakeEnvironment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;
        public string ApplicationName { get; set; } = "FastTrackBot";
        public string ContentRootPath { get; set; } = "";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
