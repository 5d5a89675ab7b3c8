using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace FastTrackBot.Sandbox.Playground;

/// <summary>
/// Starts Microsoft 365 Agents Playground beside the bot and ends it with the bot. Whatever goes wrong here costs one clear
/// line; the bot goes on without it.
/// </summary>
internal sealed class PlaygroundService(
    IOptions<PlaygroundOptions> options, IServer server, IHostEnvironment environment, TimeProvider time, ILogger<PlaygroundService> log)
    : BackgroundService, IHostedLifecycleService
{
    private const int OldestNode = 20;

    private readonly TaskCompletionSource _serverStarted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>By now the server has its addresses; while hosted services start it has none.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _serverStarted.TrySetResult();
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Start)
            return;
        try
        {
            await _serverStarted.Task.WaitAsync(stoppingToken);
            // An in-memory test server has no address: nothing could talk to it.
            var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            if (LoopbackAddress.Of(addresses) is { } address)
                await RunAsync(new Uri(address, "/api/messages"), stoppingToken);
            else if (addresses.Count > 0)
                Log.NoHttpAddress(log);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The bot stops, and the chat client with it.
        }
        catch (Exception e)
        {
            Log.Failed(log, e.Message);
        }
    }

    private async Task RunAsync(Uri endpoint, CancellationToken ct)
    {
        if (!(await Node.MajorVersionAsync(time, ct) >= OldestNode))
        {
            Log.NodeMissing(log, OldestNode, endpoint);
            return;
        }

        var folder = PlaygroundFolder.Prepare(environment.ContentRootPath);
        if (!folder.IsInstalled())
        {
            Log.Installing(log, folder.Path);
            await Node.InstallAsync(folder.Path, time, ct);
        }

        await using var playground = new PlaygroundProcess(folder, endpoint, options.Value, time);
        Log.Ready(log, await playground.ReadyAsync(options.Value.StartTimeout, ct));
        await playground.WaitAsync(ct);
    }
}
