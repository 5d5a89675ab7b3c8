using FastTrackBot.Benchmarks.Load;
using FastTrackBot.Benchmarks.Targets;

namespace FastTrackBot.Benchmarks.Reminders;

/// <summary>The bot's own program, without limits of messages, on a store that has people to remind.</summary>
internal static class ReminderBot
{
    public static ChildProcess Start(int cpu, IReminderDatabase database, string ahead)
    {
        var benchmarks = typeof(ReminderBot).Assembly.GetName().Name!;
        // The bot's own settings of the runtime; the dependencies of this program, which contain the bot's and the clock.
        string[] exec = ["exec", "--runtimeconfig", "FastTrackBot.runtimeconfig.json", "--depsfile", $"{benchmarks}.deps.json"];
        var process = ChildProcess.Start(cpu, "exec", [.. exec[1..], "FastTrackBot.dll"], AppContext.BaseDirectory, Settings(database, ahead, benchmarks));
        process.Drain();
        return process;
    }

    private static IEnumerable<KeyValuePair<string, string>> Settings(IReminderDatabase database, string ahead, string benchmarks) =>
    [
        new("ASPNETCORE_URLS", "http://127.0.0.1:0"),
        new("ASPNETCORE_ENVIRONMENT", "Development"),
        new("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", benchmarks),
        new(MorningClock.Variable, ahead),
        new("Bot__DangerouslyAllowUnauthenticated", "true"),
        new("Bot__AppId", BenchmarkUser.App),
        new("Bot__TenantId", BenchmarkUser.Tenant),
        new("Bot__Connector__MessagesPerSecond", "0"),
        new("Playground__Start", "false"),
        new("Recording__Enabled", "false"),
        // The daily round through all engagements would be measured as part of the reminders of its first minute.
        new("Retention__Enabled", "false"),
        new("Logging__LogLevel__Default", "Information"),
        new("Logging__LogLevel__Microsoft", "Warning"),
        new("Storage__Provider", database.Settings.Provider),
        new(database.Settings.Provider == "postgres" ? "Storage__ConnectionString" : "Storage__Path", database.Settings.Place),
    ];
}
