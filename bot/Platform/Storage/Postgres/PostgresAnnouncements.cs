using Npgsql;

namespace FastTrackBot.Platform.Storage.Postgres;

/// <summary>
/// Tells the other instances that work was queued, and hears it from them. It is told after the commit, some at a time: a NOTIFY
/// inside a transaction holds one lock for the whole database until the disk has answered, and all commits would stand in line.
/// </summary>
internal sealed class PostgresAnnouncements : IDisposable
{
    private const string Announce = "SELECT set_config('synchronous_commit', 'off', true), pg_notify('fasttrackbot_work', $1)";

    /// <summary>What is queued in this time is announced together.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan BeforeNextTry = TimeSpan.FromSeconds(1);

    private readonly PostgresConnections _connections;
    private readonly string _instance;
    private readonly Action _heard;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _listening;
    private int _announcing;

    public PostgresAnnouncements(PostgresConnections connections, PostgresInstance instance, Action heard, ILogger logger)
    {
        (_connections, _instance, _heard, _logger) = (connections, instance.Id.ToString(), heard, logger);
        _listening = Task.Run(() => ListenAsync(_closing.Token));
    }

    public void WorkQueued()
    {
        if (Interlocked.Exchange(ref _announcing, 1) == 0) _ = AnnounceAsync();
    }

    private async Task AnnounceAsync()
    {
        await Task.Delay(Gathering, TimeProvider.System);
        Volatile.Write(ref _announcing, 0);
        try
        {
            await _connections.UseAsync(NotifyAsync, repeatable: true, _closing.Token);
        }
        catch (Exception exception) when (exception is StoreException or OperationCanceledException or ObjectDisposedException)
        {
            // The others find it all the same, with a look each minute.
        }
    }

    private async Task<int> NotifyAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(Announce, connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = _instance } } };
        return await command.ExecuteNonQueryAsync();
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var lost = false;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await _connections.OpenAsync(cancellationToken);
                connection.Notification += (_, notification) =>
                {
                    if (notification.Payload != _instance) _heard();
                };
                await using (var listen = new NpgsqlCommand("LISTEN fasttrackbot_work", connection)) await listen.ExecuteNonQueryAsync(cancellationToken);
                if (lost)
                {
                    // What was queued while nobody listened.
                    Log.Reconnected(_logger, _connections.Place.Host);
                    _heard();
                }

                while (true) await connection.WaitAsync(cancellationToken);
            }
            catch (NpgsqlException exception)
            {
                if (!lost) Log.ConnectionLost(_logger, _connections.Place.Host, exception.Message);
                lost = true;
                await Task.Delay(BeforeNextTry, TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    public void Dispose()
    {
        _closing.Cancel();
        _listening.Wait();
        _closing.Dispose();
    }
}
