using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using FastTrackBot.Tests.Cards;
using Npgsql;

namespace FastTrackBot.Tests.Platform.Storage.Postgres;

/// <summary>
/// A PostgreSQL of the tests' own, in a temporary folder and on a free port, made from whatever version the machine has installed.
/// Tests share one, with a database each; whoever stops it or pulls its plug starts another.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>A login with a password, and without rights. All others need no password.</summary>
    public const string Guest = "guest";

    public const string GuestsPassword = "only-the-guest-knows";

    private static readonly Lazy<Task<PostgresServer>> SharedServer = new(() => StartAsync());
    private static int _databases;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fasttrackbot-postgres-");
    private readonly bool _durable;

    private PostgresServer(bool durable) => _durable = durable;

    public int Port { get; } = FreePort();

    private string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>The one that tests share; it ends with them.</summary>
    public static async Task<PostgresServer> SharedAsync()
    {
        SkipWithoutPrograms();
        return await SharedServer.Value;
    }

    /// <param name="durable">Brings commits to the disk, as in earnest. Most tests need not wait for that.</param>
    public static async Task<PostgresServer> StartAsync(bool durable = false)
    {
        SkipWithoutPrograms();
        var server = new PostgresServer(durable);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Clear();
        // The server refuses to run as root, so it runs as somebody who has to be let into the folder.
        if (!OperatingSystem.IsWindows()) server._folder.UnixFileMode |= UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        await RunAsync("initdb", "-D", server.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "-N");
        await RunAsync("sh", "-c", $"printf 'host all {Guest} all scram-sha-256\\nhost all all all trust\\n' > '{server.Data}/pg_hba.conf'");
        await server.StartAgainAsync();
        await server.ExecuteAsync("postgres", $"CREATE ROLE {Guest} LOGIN PASSWORD '{GuestsPassword}'");
        return server;
    }

    public Task StartAgainAsync() => RunAsync(
        "pg_ctl", "-D", Data, "-s", "-w", "-t", "60", "-l", Path.Combine(_folder.FullName, "log"), "start",
        "-o", $"-p {Port} -k '' -c listen_addresses=127.0.0.1 -c max_connections=200 -c fsync={(_durable ? "on" : "off")}");

    /// <summary>Breaks every connection, as a restart for an update does; <c>immediate</c> pulls the plug.</summary>
    public Task StopAsync(string mode = "fast") => RunAsync("pg_ctl", "-D", Data, "-s", "-w", "-m", mode, "stop");

    /// <returns>The connection string of a new, empty database.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"bot_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync("postgres", $"CREATE DATABASE {name} TEMPLATE template0");
        return ConnectionString(name);
    }

    public async Task DropDatabaseAsync(string connectionString) =>
        await ExecuteAsync("postgres", $"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");

    public string ConnectionString(string database, string user = "postgres", string? password = null, int? port = null) =>
        $"Host=127.0.0.1;Port={port ?? Port};Database={database};Username={user};Password={password}";

    public Task ExecuteAsync(string database, string sql) => ExecuteAtAsync(ConnectionString(database), sql);

    /// <summary>Runs a statement past the bot.</summary>
    /// <returns>The first value of its answer.</returns>
    public static async Task<object?> ExecuteAtAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
#pragma warning disable CA2100 // Tests write their own statements.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    public ValueTask DisposeAsync()
    {
        Clear();
        return ValueTask.CompletedTask;
    }

    private void Clear()
    {
        if (!_folder.Exists) return;
        RunAsync("pg_ctl", "-D", Data, "-s", "-w", "-m", "immediate", "stop").ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        RunAsync("rm", "-rf", Data).ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        _folder.Delete(recursive: true);
        _folder.Refresh();
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo();
        string[] line = [.. Environment.UserName == "root" ? RunAsOther : [], Path.Combine(Programs ?? "", program) is var own && File.Exists(own) ? own : program, .. arguments];
        start.FileName = line[0];
        foreach (var argument in line[1..]) start.ArgumentList.Add(argument);
        start.WorkingDirectory = "/";
        // initdb tells much, and nobody reads it. The server itself, which outlives pg_ctl, writes into its log.
        start.RedirectStandardOutput = program == "initdb";
        using var process = Process.Start(start)!;
        if (start.RedirectStandardOutput) await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', line)} ended with {process.ExitCode}.");
    }

    private static readonly string[] RunAsOther = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"];

    /// <summary>Debian keeps each version in a folder of its own; the newest is taken.</summary>
    private static string? Programs { get; } =
        (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [])
        .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
        .Select(folder => Path.Combine(folder, "bin"))
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));

    private static void SkipWithoutPrograms()
    {
        if (Programs is null) RepositoryFiles.Unavailable("PostgreSQL's programs are missing; on Debian: apt install postgresql");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
