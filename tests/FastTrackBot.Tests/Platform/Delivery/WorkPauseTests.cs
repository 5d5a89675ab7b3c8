using FastTrackBot.Platform.Delivery;

namespace FastTrackBot.Tests.Platform.Delivery;

public sealed class WorkPauseTests
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 20)]
    [InlineData(5, 160)]
    [InlineData(6, 300)]
    [InlineData(2_000_000, 300)]
    public void Pauses_double_up_to_five_minutes(int attempt, int seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), WorkPause.After(attempt, null, 0.5));
        Assert.Equal(TimeSpan.FromSeconds(seconds * 0.8), WorkPause.After(attempt, null, 0));
        Assert.Equal(TimeSpan.FromSeconds(seconds * 1.2), WorkPause.After(attempt, null, 1));
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 120)]
    public void What_a_service_asks_for_is_never_cut_short(double chance, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), WorkPause.After(9, TimeSpan.FromSeconds(100), chance));
}
