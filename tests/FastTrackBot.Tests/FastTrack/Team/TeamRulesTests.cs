using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Team;

namespace FastTrackBot.Tests.FastTrack.Team;

public sealed class TeamRulesTests
{
    [Theory]
    [InlineData(Role.ProjectTeam, Role.Admin, false, true)]
    [InlineData(Role.ProjectTeam, Role.Partner, false, true)]
    [InlineData(Role.ProjectTeam, Role.ProjectTeam, false, false)]
    [InlineData(Role.Admin, Role.Admin, false, true)]
    [InlineData(Role.Admin, Role.Specialist, true, false)]
    [InlineData(Role.Specialist, Role.Admin, false, false)]
    [InlineData(Role.Specialist, Role.Admin, true, true)]
    [InlineData(Role.Specialist, Role.Specialist, false, true)]
    [InlineData(Role.Partner, Role.Partner, false, false)]
    [InlineData(Role.Partner, Role.ProjectTeam, true, false)]
    public void Nobody_makes_themselves_more_than_they_are(Role given, Role mine, bool isKnown, bool may) =>
        Assert.Equal(may, TeamRules.MayGive(given, new HashSet<Role> { mine }, isKnown));
}
