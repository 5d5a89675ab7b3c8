using FastTrackBot.FastTrack.Assessment.Rules;

namespace FastTrackBot.Tests.FastTrack.Assessment.Rules;

/// <summary>Live records are separated by a bar.</summary>
public sealed class MailRulesTests
{
    private const string Domain = "contoso.example";
    private const string Expected = "contoso-example.mail.protection.outlook.com";

    [Theory]
    [InlineData(Expected, "")]
    [InlineData("", "mxMissing " + Expected)]
    [InlineData("mx1.gateway.example|mx2.gateway.example", "mxElsewhere " + Expected)]
    [InlineData(Expected + "|old.contoso.example", "mxMixed " + Expected)]
    [InlineData("contoso-example.o-v1.mx.microsoft", "")]
    [InlineData("contoso-example.o-v1.mx.microsoft|old.contoso.example", "mxMixed " + Expected)]
    public void Mx(string live, string expected) => Assert.Equal(expected, Some.Told(MailRules.FindMx(Domain, [Expected], Split(live))));

    [Fact]
    public void A_domain_that_Microsoft_expects_no_mail_for_is_passed_over() => Assert.Empty(MailRules.FindMx(Domain, [], []));

    [Theory]
    [InlineData("v=spf1 include:spf.protection.outlook.com -all", "")]
    [InlineData("MS=ms1|V=SPF1 ip4:192.0.2.1 +include:SPF.protection.outlook.com. ~all", "")]
    [InlineData("MS=ms1", "spfMissing spf.protection.outlook.com")]
    [InlineData("", "spfMissing spf.protection.outlook.com")]
    [InlineData("v=spf10 include:spf.protection.outlook.com -all", "spfMissing spf.protection.outlook.com")]
    [InlineData("v=spf1 -all|v=spf1 include:spf.protection.outlook.com -all", "spfTwice 2")]
    [InlineData("v=spf1", "spfWithout spf.protection.outlook.com")]
    [InlineData("v=spf1 include:notspf.protection.outlook.com -all", "spfWithout spf.protection.outlook.com")]
    public void Spf(string live, string expected) => Assert.Equal(
        expected, Some.Told(MailRules.FindSpf(Domain, ["v=spf1 include:spf.protection.outlook.com -all"], Split(live))));

    [Fact]
    public void Another_clouds_include_is_the_one_that_Graph_names() => Assert.Equal(
        "spfWithout spf.protection.partner.outlook.cn",
        Some.Told(MailRules.FindSpf(Domain, ["v=spf1 include:spf.protection.partner.outlook.cn -all"], ["v=spf1 include:spf.protection.outlook.com -all"])));

    [Theory]
    [InlineData("a", "b", "")]
    [InlineData("a", "", "dkimMissing 1")]
    [InlineData("", "", "dkimMissing 2")]
    public void Dkim(string first, string second, string expected) => Assert.Equal(expected, Some.Told(MailRules.FindDkim(
        Domain, new Dictionary<string, IReadOnlyList<string>> { ["selector1"] = Split(first), ["selector2"] = Split(second) })));

    [Theory]
    [InlineData("v=DMARC1; p=reject", "")]
    [InlineData("v=DMARC1; p=quarantine; sp=none", "")]
    [InlineData("v=DMARC1; p=none; rua=mailto:a@contoso.example", "dmarcNone")]
    [InlineData("v=DMARC1;p = NONE", "dmarcNone")]
    [InlineData("v=DMARC1; sp=none; p=reject", "")]
    [InlineData("", "dmarcMissing")]
    [InlineData("something else", "dmarcMissing")]
    [InlineData("v=DMARC1; p=none|v=DMARC1; p=reject", "dmarcTwice 2")]
    public void Dmarc(string live, string expected) => Assert.Equal(expected, Some.Told(MailRules.FindDmarc(Domain, Split(live))));

    private static string[] Split(string live) => live.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
