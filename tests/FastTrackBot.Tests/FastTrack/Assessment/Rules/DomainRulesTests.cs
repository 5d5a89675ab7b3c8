using FastTrackBot.FastTrack.Assessment;
using FastTrackBot.FastTrack.Assessment.Rules;

namespace FastTrackBot.Tests.FastTrack.Assessment.Rules;

public sealed class DomainRulesTests
{
    [Theory]
    [InlineData(true, true, false, false, "")]
    [InlineData(false, false, false, false, "domainUnverified")]
    [InlineData(true, true, true, false, "domainDefaultInitial")]
    [InlineData(true, false, true, false, "")]
    [InlineData(true, true, false, true, "domainFederated")]
    public void The_state_of_a_domain(bool verified, bool isDefault, bool initial, bool federated, string expected) => Assert.Equal(
        expected, Some.Told(DomainRules.Find([new DomainFacts("contoso.example", verified, isDefault, initial, true, federated, true)])));

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, false, false)]
    [InlineData(true, true, false)]
    public void Whose_records_are_looked_at(bool verified, bool initial, bool expected) => Assert.Equal(
        expected, DomainRules.HasRecords(new DomainFacts("contoso.example", verified, true, initial, true, false, true)));
}
