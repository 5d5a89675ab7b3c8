namespace FastTrackBot.Tests;

public sealed class FakeClockTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public void Timers_fire_in_their_order_each_at_its_own_time()
    {
        var start = _clock.GetUtcNow();
        List<(string Name, double After)> fired = [];
        using var late = _clock.CreateTimer(_ => fired.Add(("late", Seconds(start))), null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        using var early = _clock.CreateTimer(_ => fired.Add(("early", Seconds(start))), null, TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);

        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal([("early", 2)], fired);

        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal([("early", 2), ("late", 5)], fired);
        Assert.Equal(8, Seconds(start));
    }

    [Fact]
    public void A_periodic_timer_fires_once_for_each_period_until_it_is_disposed()
    {
        var fired = 0;
        using (_clock.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1)))
            _clock.Advance(TimeSpan.FromMinutes(3.5));
        _clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(3, fired);
    }

    [Fact]
    public void After_a_leap_it_is_later_for_every_timer()
    {
        var start = _clock.GetUtcNow();
        List<double> fired = [];
        using var late = _clock.CreateTimer(_ => fired.Add(Seconds(start)), null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        using var early = _clock.CreateTimer(_ => fired.Add(Seconds(start)), null, TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);

        _clock.Leap(TimeSpan.FromSeconds(8));

        Assert.Equal([8, 8], fired);
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_has_moved_far_enough()
    {
        var waiting = _clock.UntilSomeoneWaitsAsync();
        var delay = Task.Delay(TimeSpan.FromSeconds(30), _clock, TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromSeconds(30), await waiting);
        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(delay.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await delay;
    }

    private double Seconds(DateTimeOffset start) => (_clock.GetUtcNow() - start).TotalSeconds;
}
