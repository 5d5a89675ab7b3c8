using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FastTrackBot.Benchmarks.Load;

namespace FastTrackBot.Benchmarks.Targets;

/// <summary>The bot itself, with a fresh SQLite file that holds one engagement.</summary>
internal sealed class BotProcess : IDisposable
{
    private readonly ChildProcess _process;

    private BotProcess(ChildProcess process, int port, string database) => (_process, Port, Database) = (process, port, database);

    /// <summary>What is started: the Release build beside this benchmark, unless another one is named.</summary>
    public static string? Program { get; set; }

    public int Port { get; }

    public string Database { get; }

    public int Id => _process.Id;

    public long ResidentMegabytes() => _process.ResidentMegabytes();

    public static BotProcess Start(int? cpu, string folder, int users, string metadataUrl)
    {
        var program = Path.GetFullPath(Program ?? Locate());
        var port = FreePort();
        var database = Path.Combine(folder, $"bot-{port}.db");
        Seed.Write(database);
        var process = ChildProcess.Start(cpu, program, [], Path.GetDirectoryName(program)!, Settings(port, database, users, metadataUrl));
        process.Drain();
        return new BotProcess(process, port, database);
    }

    public void Dispose() => _process.Dispose();

    private static IEnumerable<KeyValuePair<string, string>> Settings(int port, string database, int users, string metadataUrl) =>
    [
        new("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"),
        // Requests without a token, on this machine: what is measured with tokens sends them all the same.
        new("ASPNETCORE_ENVIRONMENT", "Development"),
        new("Bot__DangerouslyAllowUnauthenticated", "true"),
        new("Bot__AppId", BenchmarkUser.App),
        new("Bot__TenantId", BenchmarkUser.Tenant),
        new("Bot__OpenIdMetadataUrl", metadataUrl),
        new("Playground__Start", "false"),
        new("Storage__Path", database),
        // Admins have one step more in the wizard.
        .. Enumerable.Range(0, users).Select(number =>
            new KeyValuePair<string, string>(string.Create(CultureInfo.InvariantCulture, $"Access__Admins__{number}"), BenchmarkUser.ObjectIdOf(number))),
    ];

    private static string Locate()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "FastTrackBot.sln"))) root = root.Parent;
        var program = Path.Combine(root?.FullName ?? "", "bot", "bin", "Release", "net10.0", "FastTrackBot.dll");
        return File.Exists(program) ? program : throw new FileNotFoundException("Build the bot first: dotnet build bot -c Release", program);
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
