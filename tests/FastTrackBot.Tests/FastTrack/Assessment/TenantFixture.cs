using Azure.Core;
using FastTrackBot.FastTrack.Assessment;
using FastTrackBot.Platform.Dns;
using FastTrackBot.Platform.Graph;
using FastTrackBot.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FastTrackBot.Tests.FastTrack.Assessment;

/// <summary>The runner as the bot registers it, in front of the make-believe tenant.</summary>
internal sealed class TenantFixture : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TenantFixture(SandboxHost tenant, FakeClock clock)
    {
        (Tenant, Clock) = (tenant, clock);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Graph:BaseUrl"] = tenant.GraphBaseUrl.ToString(),
            ["Graph:MaxAttempts"] = "1",
            ["Graph:Pacing"] = "false",
            ["Dns:Resolver"] = tenant.DnsResolver.ToString(),
        }).Build();
        _services = new ServiceCollection().AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<TokenCredential>(new SandboxCredential(clock))
            .AddGraph(configuration).AddDns().AddAssessment().BuildServiceProvider();
    }

    public SandboxHost Tenant { get; }

    public FakeClock Clock { get; }

    public AssessmentRunner Runner => _services.GetRequiredService<AssessmentRunner>();

    public static async Task<TenantFixture> StartAsync() =>
        new(await SandboxHost.StartAsync(ct: TestContext.Current.CancellationToken), new FakeClock());

    public Task<IReadOnlyList<CheckResult>> RunAsync() => Runner.RunAsync(_ => Task.CompletedTask, TestContext.Current.CancellationToken);

    public async Task<CheckResult> RunAsync(string check) => (await RunAsync()).Single(result => result.Outcome.CheckId == check);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Tenant.DisposeAsync();
    }
}
