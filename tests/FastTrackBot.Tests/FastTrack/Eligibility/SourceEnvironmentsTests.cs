using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Eligibility;
using static FastTrackBot.FastTrack.Eligibility.ReasonCode;
using static FastTrackBot.FastTrack.SourceSystem;
using static FastTrackBot.FastTrack.Verdict;

namespace FastTrackBot.Tests.FastTrack.Eligibility;

public sealed class SourceEnvironmentsTests
{
    [Theory]
    [InlineData(Domino, "7.0.2", NotYet, SourceTooOld)]
    [InlineData(Domino, "6.5", NotYet, SourceTooOld)]
    [InlineData(Domino, "7.0.3", Maybe, SourceOnlyAsImap)]
    [InlineData(Domino, "7.0.3 FP2", Maybe, SourceOnlyAsImap)]
    [InlineData(Domino, "Domino R8.5", Maybe, SourceOnlyAsImap)]
    [InlineData(Domino, "12", Maybe, SourceOnlyAsImap)]
    [InlineData(Domino, "7", Maybe, SourceVersionUnknown)]
    [InlineData(Domino, "7.0", Maybe, SourceVersionUnknown)]
    [InlineData(Domino, null, Maybe, SourceVersionUnknown)]
    [InlineData(GroupWise, "7.0.3", NotYet, SourceTooOld)]
    [InlineData(GroupWise, "7.0.4", Maybe, SourceOnlyAsImap)]
    [InlineData(GroupWise, "GroupWise 18.4", Maybe, SourceOnlyAsImap)]
    [InlineData(Exchange, "Exchange 2010 SP3", Likely, SourceSupported)]
    [InlineData(Exchange, "2016", Likely, SourceSupported)]
    [InlineData(Exchange, "Exchange Server 2019 CU14", Likely, SourceSupported)]
    [InlineData(Exchange, "15.1.2507", Likely, SourceSupported)]
    [InlineData(Exchange, "14.3", Likely, SourceSupported)]
    [InlineData(Exchange, "Subscription Edition", Likely, SourceSupported)]
    [InlineData(Exchange, "Exchange SE CU1", Likely, SourceSupported)]
    [InlineData(Exchange, "6.5", Maybe, SourceLaterPageRaisesMinimum)]
    [InlineData(Exchange, "6.0", NotYet, SourceTooOld)]
    [InlineData(Exchange, "2007", Maybe, SourceLaterPageRaisesMinimum)]
    [InlineData(Exchange, "8.3", Maybe, SourceLaterPageRaisesMinimum)]
    [InlineData(Exchange, "2003", Maybe, SourceLaterPageRaisesMinimum)]
    [InlineData(Exchange, "5.5", NotYet, SourceTooOld)]
    [InlineData(Exchange, "2000", NotYet, SourceTooOld)]
    [InlineData(Exchange, null, Maybe, SourceVersionUnknown)]
    [InlineData(Exchange, "the old one", Maybe, SourceVersionUnknown)]
    [InlineData(Exchange, "99", Maybe, SourceVersionUnknown)]
    [InlineData(Imap, null, Likely, SourceSupported)]
    [InlineData(GoogleWorkspace, "whatever", Likely, SourceSupported)]
    [InlineData(SourceSystem.FileShare, "SMB 1.0", NotYet, SourceTooOld)]
    [InlineData(SourceSystem.FileShare, "SMB 3.1.1", Maybe, SourceOnlyInLaterPage)]
    [InlineData(SourceSystem.FileShare, "2", Maybe, SourceOnlyInLaterPage)]
    [InlineData(Box, null, Maybe, SourceOnlyInLaterPage)]
    public void A_version_out_of_free_text_decides(SourceSystem system, string? version, Verdict verdict, ReasonCode reason)
    {
        var result = SourceEnvironments.Check(system, version);

        Assert.Equal(verdict, result.Verdict);
        Assert.Contains(result.Reasons, given => given.Code == reason);
    }

    [Fact]
    public void A_full_version_is_not_called_unknown() =>
        Assert.DoesNotContain(SourceEnvironments.Check(Domino, "9.0.1").Reasons, reason => reason.Code is SourceVersionUnknown);

    [Fact]
    public void Several_environments_where_one_is_moved_need_a_talk()
    {
        Assert.Equal(Likely, SourceEnvironments.Check(Imap, null, 1).Verdict);
        Assert.Contains(SourceEnvironments.Check(Imap, null, 2).Reasons, reason => reason.Code is SourceOnlyOne);
        Assert.Equal(Likely, SourceEnvironments.Check(Exchange, "2016", 5).Verdict);
    }

    [Fact]
    public void The_later_page_comes_with_its_date()
    {
        var reason = Assert.Single(SourceEnvironments.Check(Domino, "9.0.1").Reasons);

        Assert.Equal(new PartialDate(2020, 7, 1), reason.Source!.Date);
    }

    [Theory]
    [InlineData("99999999999999999999")]
    [InlineData("7..3")]
    [InlineData("...")]
    [InlineData("\u202E7.0.3")]
    [InlineData("\0\0\0")]
    [InlineData("-1")]
    public void Nonsense_is_answered_and_never_an_error(string version)
    {
        foreach (var system in Enum.GetValues<SourceSystem>())
            Assert.NotEmpty(SourceEnvironments.Check(system, version).Reasons);
    }

    [Fact]
    public void A_very_long_version_is_unknown() =>
        Assert.Contains(SourceEnvironments.Check(Domino, new string('9', 10_000)).Reasons, reason => reason.Code is SourceVersionUnknown);

    [Fact]
    public void Each_system_is_listed_and_its_minimum_can_be_read()
    {
        Assert.Equal(Enum.GetValues<SourceSystem>().Length, SourceEnvironments.All.Count);
        Assert.All(SourceEnvironments.All.Where(environment => environment.Minimum is not null),
            environment => Assert.NotNull(SystemVersion.Parse(environment.Minimum, environment.System)));
    }
}
