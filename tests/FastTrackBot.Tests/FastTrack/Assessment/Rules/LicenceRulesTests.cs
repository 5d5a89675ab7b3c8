using FastTrackBot.FastTrack.Assessment;
using FastTrackBot.FastTrack.Assessment.Rules;

namespace FastTrackBot.Tests.FastTrack.Assessment.Rules;

public sealed class LicenceRulesTests
{
    [Theory]
    [InlineData(100, 0, 0, 100, "")]
    [InlineData(100, 0, 0, 50, "")]
    [InlineData(100, 0, 0, 49, "licencesUnused 49 100 51")]
    [InlineData(100, 0, 0, 101, "licencesShort 101 100 1")]
    [InlineData(100, 5, 0, 104, "licencesExpired 5 0")]
    [InlineData(0, 0, 10, 4, "licencesShort 4 0 4; licencesExpired 0 10")]
    [InlineData(0, 0, 0, 0, "")]
    [InlineData(10_000, 0, 0, 37, "")]
    public void Bought_against_assigned(int enabled, int grace, int suspended, int assigned, string expected) =>
        Assert.Equal(expected, Some.Told(LicenceRules.Find([new Product("SPE_E3", enabled, grace, suspended, assigned)], 0.5, 10_000)));
}
