using System.Globalization;
using FastTrackBot.Benchmarks.Reminders;

[assembly: HostingStartup(typeof(MorningStartup))]

namespace FastTrackBot.Benchmarks.Reminders;

/// <summary>The system's clock, put forward to a working morning.</summary>
internal sealed class MorningClock(TimeSpan ahead) : TimeProvider
{
    /// <summary>An environment variable that says in seconds how far, for all processes alike.</summary>
    public const string Variable = "FASTTRACKBOT_CLOCK_AHEAD";

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}

/// <summary>Gives the clock to the bot's own program, in a process whose environment names this assembly.</summary>
internal sealed class MorningStartup : IHostingStartup
{
    public void Configure(IWebHostBuilder builder)
    {
        var ahead = TimeSpan.FromSeconds(double.Parse(Environment.GetEnvironmentVariable(MorningClock.Variable)!, CultureInfo.InvariantCulture));
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(new MorningClock(ahead)));
    }
}
