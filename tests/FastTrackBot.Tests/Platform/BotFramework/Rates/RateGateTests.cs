using FastTrackBot.Platform.BotFramework.Proactive;

namespace FastTrackBot.Tests.Platform.BotFramework.Rates;

public sealed class RateGateTests
{
    private const int Permitted = 50;

    [Fact]
    public async Task Ten_thousand_messages_due_at_once_go_out_once_each_close_to_the_limit_and_hardly_any_is_refused()
    {
        await using var burst = await Burst.StartAsync();
        var names = Enumerable.Range(0, 10_000).Select(number => $"p{number}").ToList();
        await burst.InstallAsync(names);
        var start = burst.Clock.GetUtcNow();

        await burst.PassAsync(Task.WhenAll(names.Select(name => burst.DeliverAsync(name, name))));

        Assert.Equal(names.Order(), burst.Teams.Accepted.Select(message => message.Summary).Order());
        AssertClose(burst, start);
        var totals = burst.Senders[0].Totals;
        Assert.Equal(10_000, totals[SendOutcome.Delivered]);
        Assert.Equal(burst.Teams.Calls, totals.Values.Sum());
    }

    [Fact]
    public async Task Three_instances_share_the_limit_and_the_rest_use_it_all_when_one_falls_silent()
    {
        await using var burst = await Burst.StartAsync(instances: 3);
        var names = Enumerable.Range(0, 3_000).Select(number => $"p{number}").ToList();
        await burst.InstallAsync(names);
        var start = burst.Clock.GetUtcNow();

        // The third has little to do, and is soon done.
        await burst.PassAsync(Task.WhenAll(names.Select((name, number) => burst.DeliverAsync(name, name, number < 200 ? 2 : number % 2))));

        Assert.Equal(3_000, burst.Teams.Accepted.Count);
        AssertClose(burst, start);
    }

    [Fact]
    public async Task Into_one_conversation_the_limits_of_a_conversation_hold_and_the_order_stays()
    {
        await using var burst = await Burst.StartAsync();
        await burst.InstallAsync(["p"]);
        var start = burst.Clock.GetUtcNow();
        var messages = Enumerable.Range(0, 130).Select(number => $"m{number:D3}").ToList();

        await burst.PassAsync(Task.WhenAll(messages.Select(message => burst.DeliverAsync("p", message))));

        Assert.Equal(0, burst.Teams.Refused);
        Assert.Equal(messages, burst.Teams.Accepted.Select(message => message.Summary));
        // Sixty in thirty seconds: the third sixty begins after a minute.
        Assert.InRange(burst.Clock.GetUtcNow() - start, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(75));
    }

    [Fact]
    public async Task Somebody_else_does_not_wait_behind_a_busy_conversation()
    {
        await using var burst = await Burst.StartAsync();
        await burst.InstallAsync(["busy", "other"]);

        await burst.PassAsync(Task.WhenAll([.. Enumerable.Range(0, 60).Select(number => burst.DeliverAsync("busy", $"{number}")), burst.DeliverAsync("other", "other")]));

        var order = burst.Teams.Accepted.Select(message => message.Summary).ToList();
        Assert.InRange(order.IndexOf("other"), 0, 2);
    }

    [Fact]
    public async Task Answers_never_wait_and_what_is_paced_gives_way_to_them()
    {
        await using var burst = await Burst.StartAsync();
        var names = Enumerable.Range(0, 500).Select(number => $"p{number}").ToList();
        await burst.InstallAsync(names);
        var start = burst.Clock.GetUtcNow();
        var answering = AnswerAsync(burst, seconds: 20, perSecond: 25);

        await burst.PassAsync(Task.WhenAll([.. names.Select(name => burst.DeliverAsync(name, name)), answering]));

        Assert.True(burst.Teams.Refused < 10, $"{burst.Teams.Refused} of {burst.Teams.Calls} were refused.");
        Assert.InRange((burst.Teams.Accepted[^1].At - start).TotalSeconds, 1_000 / (double)Permitted, 1_000 / (Permitted * 0.9));
    }

    [Fact]
    public async Task After_a_refusal_the_tenant_is_left_alone_as_long_as_it_asks_for()
    {
        await using var burst = await Burst.StartAsync();
        var names = Enumerable.Range(0, 200).Select(number => $"p{number}").ToList();
        await burst.InstallAsync(names);
        var start = burst.Clock.GetUtcNow();
        burst.Teams.Faults.Enqueue((System.Net.HttpStatusCode.TooManyRequests, "Throttled", 30));

        await burst.PassAsync(Task.WhenAll(names.Select(name => burst.DeliverAsync(name, name))));

        Assert.Equal(200, burst.Teams.Accepted.Count);
        Assert.All(burst.Teams.Accepted, message => Assert.True(message.At - start >= TimeSpan.FromSeconds(30)));
        Assert.Equal(201, burst.Teams.Calls);
    }

    private static async Task AnswerAsync(Burst burst, int seconds, int perSecond)
    {
        for (var i = 0; i < seconds * perSecond; i++)
        {
            burst.Gates[0].Count(Burst.Scope($"asks{i}"));
            burst.Teams.Take("answer", $"asks{i}").Dispose();
            await burst.PauseAsync(TimeSpan.FromSeconds(1.0 / perSecond));
        }
    }

    private static void AssertClose(Burst burst, DateTimeOffset start)
    {
        var rate = burst.Teams.Accepted.Count / (burst.Teams.Accepted[^1].At - start).TotalSeconds;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(' ', burst.Teams.Accepted.GroupBy(message => (int)(message.At - start).TotalSeconds).Where(second => second.Count() < 48).Select(second => $"{second.Key}:{second.Count()}")));
        TestContext.Current.TestOutputHelper?.WriteLine($"{rate:F1} a second, {burst.Teams.Refused} of {burst.Teams.Calls} refused");
        Assert.InRange(rate, Permitted * 0.95, Permitted);
        Assert.True(burst.Teams.Refused < burst.Teams.Calls / 100.0, $"{burst.Teams.Refused} of {burst.Teams.Calls} were refused.");
    }
}
