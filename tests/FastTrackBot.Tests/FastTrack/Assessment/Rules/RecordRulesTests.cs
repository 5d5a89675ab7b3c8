using FastTrackBot.FastTrack.Assessment;
using FastTrackBot.FastTrack.Assessment.Rules;

namespace FastTrackBot.Tests.FastTrack.Assessment.Rules;

public sealed class RecordRulesTests
{
    private static readonly ExpectedRecord Autodiscover = new("CNAME", "autodiscover.contoso.example", "autodiscover.outlook.com", false, true);

    [Theory]
    [InlineData("autodiscover.outlook.com", false, "")]
    [InlineData("", false, "recordMissing CNAME autodiscover.outlook.com")]
    [InlineData("mail.contoso.example", false, "recordDifferent CNAME autodiscover.outlook.com")]
    [InlineData("autodiscover.outlook.com", true, "")]
    [InlineData("", true, "recordsOptional 1")]
    [InlineData("mail.contoso.example", true, "recordsOptional 1")]
    public void A_record_is_there_or_not(string live, bool optional, string expected) => Assert.Equal(
        expected, Some.Told(RecordRules.Find("contoso.example", [new ComparedRecord(Autodiscover with { IsOptional = optional }, live.Length == 0 ? [] : [live])])));

    [Fact]
    public void Records_that_one_can_do_without_share_a_finding()
    {
        var found = Assert.Single(RecordRules.Find("contoso.example", [.. Enumerable.Range(1, 5).Select(number =>
            new ComparedRecord(Autodiscover with { IsOptional = true, Name = $"r{number}.contoso.example" }, []))]));

        Assert.Equal(("recordsOptional", "contoso.example", "5", 3), (found.Kind, found.Subject, found.Facts.Single(), found.Examples.Count));
    }

    [Fact]
    public void The_alias_of_former_times_is_fine_where_Graph_expects_it()
    {
        var china = Autodiscover with { Name = "msoid.contoso.example", Content = "clientconfig.partner.microsoftonline-p.net.cn" };

        Assert.Equal("msoid", Some.Told(RecordRules.FindLegacy("contoso.example", [Autodiscover], ["clientconfig.microsoftonline-p.net"])));
        Assert.Empty(RecordRules.FindLegacy("contoso.example", [china], ["clientconfig.partner.microsoftonline-p.net.cn"]));
        Assert.Empty(RecordRules.FindLegacy("contoso.example", [Autodiscover], []));
    }
}
