using System.Globalization;
using FastTrackBot.Tests.Bot.Cluster;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(FastClockStartup))]

namespace FastTrackBot.Tests.Bot.Cluster;

/// <summary>
/// A clock that began on a Tuesday morning, as nobody is reminded at a weekend, and that goes twenty times as fast: a test does not wait four
/// minutes for the leases that a dead process leaves behind. Time-outs and pauses take as long as ever.
/// </summary>
internal sealed class FastClock(DateTimeOffset begin) : TimeProvider
{
    /// <summary>An environment variable with the moment at which the clock began, so that all processes have the same.</summary>
    public const string Variable = "FASTTRACKBOT_CLOCK_BEGAN";

    private const int Speed = 20;

    public static readonly DateTimeOffset Morning = new(2027, 3, 2, 10, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Morning + ((base.GetUtcNow() - begin) * Speed);
}

/// <summary>Gives the clock to the bot's own program, in a process whose environment names this assembly.</summary>
public sealed class FastClockStartup : IHostingStartup
{
    public void Configure(IWebHostBuilder builder)
    {
        // Hosts within the tests' own process belong to this assembly, too.
        if (Environment.GetEnvironmentVariable(FastClock.Variable) is not { } variable) return;
        var begin = DateTimeOffset.Parse(variable, CultureInfo.InvariantCulture);
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(new FastClock(begin)));
    }
}
