using FastTrackBot.FastTrack.Assessment.Rules;

namespace FastTrackBot.Tests.FastTrack.Assessment.Rules;

public sealed class AccountRulesTests
{
    [Theory]
    [InlineData(true, false, null, "usageLocation 1 2")]
    [InlineData(true, false, "", "usageLocation 1 2")]
    [InlineData(true, false, "DE", "")]
    [InlineData(false, false, null, "")]
    [InlineData(true, true, null, "")]
    public void Who_needs_a_usage_location(bool enabled, bool guest, string? location, string expected) => Assert.Equal(
        expected, Some.Told(AccountRules.FindWithoutLocation([Some.Account(), Some.Account("b", enabled, guest, location)])));

    [Fact]
    public void Errors_of_one_kind_are_one_finding_with_three_examples()
    {
        var accounts = Enumerable.Range(1, 5).Select(number => Some.Account($"u{number}", errors: number == 5 ? "CountViolation DependencyViolation" : "CountViolation CountViolation"));

        var found = AccountRules.FindLicenceErrors(accounts).ToList();

        Assert.Equal(["CountViolation", "DependencyViolation"], found.Select(one => one.Subject));
        Assert.Equal(["5", "1"], found.Select(one => one.Facts.Single()));
        Assert.Equal(["u1", "u2", "u3"], found[0].Examples);
    }

    [Fact]
    public void Conflicts_are_told_by_property()
    {
        var found = AccountRules.FindConflicts([Some.Account("a", conflicts: "ProxyAddresses UserPrincipalName"), Some.Account("b", conflicts: "ProxyAddresses"), Some.Account("c")]);

        Assert.Equal("provisioningConflict 2; provisioningConflict 1", Some.Told(found));
    }
}
