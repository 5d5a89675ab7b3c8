using System.Diagnostics;

namespace FastTrackBot.Tests.Bot.Cluster;

/// <summary>The bot's own program as a process, with another clock.</summary>
internal sealed class InstanceProcess : IDisposable
{
    private static readonly string Folder = AppContext.BaseDirectory;
    private readonly Process _process;

    private InstanceProcess(Process process) => _process = process;

    /// <param name="began">When the <see cref="FastClock"/> did.</param>
    public static InstanceProcess Start(string database, DateTimeOffset began)
    {
        var tests = typeof(InstanceProcess).Assembly.GetName().Name;
        // The dependencies of the tests contain the bot's, and the tests themselves.
        var start = new ProcessStartInfo(
            "dotnet", ["exec", "--runtimeconfig", $"{tests}.runtimeconfig.json", "--depsfile", $"{tests}.deps.json", "FastTrackBot.dll"])
        { WorkingDirectory = Folder, RedirectStandardOutput = true };
        (string, string)[] settings =
        [
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", tests!), (FastClock.Variable, $"{began:O}"),
            ("Bot__DangerouslyAllowUnauthenticated", "true"), ("Bot__Connector__MessagesPerSecond", "0"),
            ("Storage__Provider", "postgres"), ("Storage__ConnectionString", database),
            ("Playground__Start", "false"), ("Sandbox__Enabled", "false"), ("Recording__Enabled", "false"), ("Logging__LogLevel__Default", "Error"),
        ];
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        return new InstanceProcess(process);
    }

    /// <summary>At once and without a word: SIGKILL where there are signals.</summary>
    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
