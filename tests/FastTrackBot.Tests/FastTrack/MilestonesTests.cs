using FastTrackBot.FastTrack;

namespace FastTrackBot.Tests.FastTrack;

public sealed class MilestonesTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(150, 15)]
    [InlineData(155, 16)]
    [InlineData(999, 100)]
    [InlineData(1000, 100)]
    [InlineData(50_000, 100)]
    public void A_hundred_people_or_a_tenth_of_a_small_tenant_have_to_use_the_services(int seats, int needed) =>
        Assert.Equal(needed, Milestones.Completion.UsersNeeded(seats));

    [Fact]
    public void The_numbers_have_a_source() => Assert.NotNull(Milestones.Completion.Source.Date);
}
