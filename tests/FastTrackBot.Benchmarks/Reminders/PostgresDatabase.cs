using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FastTrackBot.Platform.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using NpgsqlTypes;

namespace FastTrackBot.Benchmarks.Reminders;

/// <summary>A PostgreSQL as Debian installs it, started for the measurement on the CPU that the bot does not have; its commits reach the disk.</summary>
[SuppressMessage("Security", "CA2100", Justification = "Every statement is a constant of this file.")]
internal sealed class PostgresDatabase : IReminderDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fasttrackbot-postgres-");
    private readonly int _port = FreePort();

    private PostgresDatabase()
    {
    }

    public string Name => "PostgreSQL";

    public (string Provider, string Place) Settings => ("postgres", $"Host=127.0.0.1;Port={_port};Database=postgres;Username=postgres");

    public bool MayRepeat => true;

    /// <summary>Whether the machine has its programs.</summary>
    public static bool IsInstalled => Program("initdb") != "initdb";

    private string Data => Path.Combine(_folder.FullName, "data");

    public static async Task<PostgresDatabase> StartAsync(int cpu)
    {
        var database = new PostgresDatabase();
        // The server refuses to run as root, so it runs as somebody who has to be let into the folder.
        if (!OperatingSystem.IsWindows()) database._folder.UnixFileMode |= UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        await RunAsync("initdb", "-D", database.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale");
        await RunAsync(
            "taskset", "-c", cpu.ToString(CultureInfo.InvariantCulture), Program("pg_ctl"), "-D", database.Data, "-s", "-w", "-l", Path.Combine(database._folder.FullName, "log"), "start",
            "-o", $"-p {database._port} -k '' -c listen_addresses=127.0.0.1");
        return database;
    }

    public async Task SeedAsync(ReminderSeed seed)
    {
        PostgresStore.Open(Settings.Place, NullLogger.Instance).Dispose();
        await using var connection = await OpenAsync();
        await ExecuteAsync(connection, "TRUNCATE documents, work; DROP TABLE IF EXISTS told");
        await using (var documents = await connection.BeginBinaryImportAsync("COPY documents (kind, partition, id, version, json) FROM STDIN BINARY"))
        {
            foreach (var document in seed.Documents())
            {
                await documents.StartRowAsync();
                await documents.WriteAsync(document.Kind, NpgsqlDbType.Text);
                await documents.WriteAsync(SeedDocument.Partition, NpgsqlDbType.Text);
                await documents.WriteAsync(document.Id, NpgsqlDbType.Text);
                await documents.WriteAsync(1L, NpgsqlDbType.Bigint);
                await documents.WriteAsync(System.Text.Encoding.UTF8.GetBytes(document.Json), NpgsqlDbType.Bytea);
            }

            await documents.CompleteAsync();
        }

        await using (var work = await connection.BeginBinaryImportAsync("COPY work (kind, key, due, ready) FROM STDIN BINARY"))
        {
            foreach (var item in seed.Work())
            {
                await work.StartRowAsync();
                await work.WriteAsync(item.Kind, NpgsqlDbType.Text);
                await work.WriteAsync(item.Key, NpgsqlDbType.Text);
                await work.WriteAsync(item.Due.ToUnixTimeMilliseconds(), NpgsqlDbType.Bigint);
                await work.WriteAsync(item.Due.ToUnixTimeMilliseconds(), NpgsqlDbType.Bigint);
            }

            await work.CompleteAsync();
        }

        await ExecuteAsync(connection, "CREATE TABLE told AS SELECT * FROM documents WHERE kind = 'digest'; CREATE TABLE telling AS SELECT * FROM work WHERE kind = 'digest'");
        await ExecuteAsync(connection, "VACUUM ANALYZE");
    }

    public async Task RepeatAsync()
    {
        await using var connection = await OpenAsync();
        await ExecuteAsync(connection, "UPDATE documents d SET json = t.json, version = d.version + 1 FROM told t WHERE (d.kind, d.partition, d.id) = (t.kind, t.partition, t.id)");
        await ExecuteAsync(connection, "VACUUM documents, work");
        await ExecuteAsync(connection, "INSERT INTO work SELECT * FROM telling; SELECT pg_notify('fasttrackbot_work', 'benchmark')");
    }

    public async Task<(long Told, long Waiting)> CheckAsync()
    {
        await using var connection = await OpenAsync();
        var told = await ScalarAsync(connection, """SELECT count(*) FROM documents WHERE kind = 'digest' AND convert_from(json, 'UTF8') ~ '"waiting":\[\],"ended":\[[^]]*"outcome":"Delivered"[^]]*\]'""");
        return (told, await ScalarAsync(connection, "SELECT count(*) FROM work WHERE kind = 'digest'"));
    }

    /// <summary>Of the server's processes for connections, which stay as long as the connections do, and its own.</summary>
    public TimeSpan Processor()
    {
        var server = File.ReadLines(Path.Combine(Data, "postmaster.pid")).First();
        var ticks = 0L;
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            try
            {
                var text = File.ReadAllText(Path.Combine(folder, "stat"));
                var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
                if (fields[1] == server) ticks += long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
            }
            catch (IOException)
            {
                // A process that ended meanwhile.
            }
        }

        return TimeSpan.FromMilliseconds(ticks * 10);
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync(Program("pg_ctl"), "-D", Data, "-s", "-w", "-m", "immediate", "stop");
        await RunAsync("rm", "-rf", Data);
        _folder.Delete(recursive: true);
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(Settings.Place + ";Pooling=false;Command Timeout=300");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        string[] line = [.. Environment.UserName == "root" ? RunAsOther : [], Program(program), .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..]) { WorkingDirectory = "/", RedirectStandardOutput = program == "initdb" };
        using var process = Process.Start(start)!;
        if (start.RedirectStandardOutput) await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', line)} ended with {process.ExitCode}.");
    }

    private static readonly string[] RunAsOther = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"];

    /// <summary>Debian keeps each version in a folder of its own, beside the PATH; the newest is taken.</summary>
    private static string Program(string name) =>
        (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [])
        .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
        .Select(folder => Path.Combine(folder, "bin", name)).FirstOrDefault(File.Exists) ?? name;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
