using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FastTrackBot.Tests.Bot;

/// <summary>Days that pass in scripts in which the bot speaks by itself.</summary>
internal static class ReminderTalk
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(5);

    public static Task<BotHost> RemindingAsync(Action<BotHost>? configure = null) => RequestTalk.StartAsync(bot =>
    {
        bot.Settings["Reminders:Enabled"] = "true";
        bot.Settings["Bot:Connector:MessagesPerSecond"] = "0";
        configure?.Invoke(bot);
    });

    /// <summary>The same time of the next day; what falls due on the way is done then.</summary>
    public static Task NextDayAsync(this BotHost bot) => bot.PassAsync(TimeSpan.FromDays(1));

    /// <summary>Time passes, and what falls due is done.</summary>
    public static async Task PassAsync(this BotHost bot, TimeSpan time)
    {
        await bot.SettleAsync();
        bot.Clock.Leap(time);
        await bot.SettleAsync();
    }

    public static async Task UntilMorningAsync(this BotHost bot, string words)
    {
        var before = bot.Channel.Sent.Count;
        for (var day = 0; day < 14; day++)
        {
            await bot.NextDayAsync();
            if (bot.Channel.Sent.Skip(before).Any(call => call.Activity["summary"]?.GetValue<string>().Contains(words, StringComparison.Ordinal) == true)) return;
        }

        Assert.Fail($"Nobody was told: {words}\n{RequestTalk.EverythingSaid(bot)}");
    }

    /// <summary>Nothing is due any more, or within minutes, and nothing is in hand.</summary>
    public static async Task SettleAsync(this BotHost bot)
    {
        var store = bot.Services.GetRequiredService<IStore>();
        var runner = bot.Services.GetServices<IHostedService>().OfType<WorkRunner>().Single();
        var (begun, nudges) = (TimeProvider.System.GetTimestamp(), 0);
        while (true)
        {
            var next = await NextAsync(store);
            if (runner.IsIdle)
            {
                if (next > bot.Clock.GetUtcNow() + Soon) return;
                // What rests after a failure is tried again within minutes.
                if (next > bot.Clock.GetUtcNow()) bot.Clock.Leap(next - bot.Clock.GetUtcNow());
                // A look that had begun before the clock was moved waits for a time on a clock that stands still.
                runner.Wake();
            }

            var waited = TimeProvider.System.GetElapsedTime(begun);
            Assert.True(waited < TimeSpan.FromSeconds(60), "Work stays undone.");
            // What is in hand may itself wait for the clock.
            if (waited > TimeSpan.FromSeconds(5 * (nudges + 1)) && ++nudges > 0) bot.Clock.Leap(TimeSpan.FromMinutes(1));
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<DateTimeOffset> NextAsync(IStore store) =>
        (await store.ReadNextWorkAsync(TestContext.Current.CancellationToken)).Values.DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
}
