using FastTrackBot.Platform.Graph;
using FastTrackBot.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace FastTrackBot.Tests.Platform.Graph;

/// <summary>The client as <c>AddGraph</c> registers it, at a make-believe tenant of its own, over real HTTP.</summary>
internal sealed class GraphAtSandbox : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private GraphAtSandbox(SandboxHost sandbox)
    {
        Sandbox = sandbox;
        _services = GraphFixture.Services(
            TimeProvider.System, new SandboxCredential(TimeProvider.System), null, ("Graph:BaseUrl", sandbox.GraphBaseUrl.AbsoluteUri));
    }

    public SandboxHost Sandbox { get; }

    public GraphClient Client => Get<GraphClient>();

    public static async Task<GraphAtSandbox> StartAsync() => new(await SandboxHost.StartAsync(ct: TestContext.Current.CancellationToken));

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
