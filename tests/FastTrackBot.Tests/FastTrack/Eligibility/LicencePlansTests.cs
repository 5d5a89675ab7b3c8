using FastTrackBot.FastTrack.Eligibility;
using static FastTrackBot.FastTrack.Eligibility.PlanStanding;

namespace FastTrackBot.Tests.FastTrack.Eligibility;

public sealed class LicencePlansTests
{
    private static LicencePlan? Find(string? sku) => LicencePlans.Default.Find(sku);

    [Theory]
    [InlineData("SPE_F1", "Microsoft 365 F3")]
    [InlineData("M365_F1", "Microsoft 365 F1")]
    [InlineData("SPB", "Microsoft 365 Business Premium")]
    [InlineData("O365_BUSINESS_PREMIUM", "Microsoft 365 Business Standard")]
    [InlineData("O365_BUSINESS", "Microsoft 365 Apps for business")]
    [InlineData("O365_BUSINESS_ESSENTIALS", "Microsoft 365 Business Basic")]
    [InlineData("STANDARDPACK", "Office 365 E1")]
    [InlineData("DESKLESSPACK", "Office 365 F3")]
    [InlineData("PROJECTPROFESSIONAL", "Planner and Project Plan 3")]
    public void Misleading_part_numbers_are_read_right(string sku, string name)
    {
        Assert.Equal(name, Find(sku)!.Name);
        Assert.Equal(Counted, Find(sku)!.Standing);
    }

    [Theory]
    [InlineData(" spe_e3 ", "Microsoft 365 E3")]
    [InlineData("Spe_E5\u00A0", "Microsoft 365 E5")]
    [InlineData("Microsoft_365_ Business_ Premium_(no Teams)", "Microsoft 365 Business Premium")]
    [InlineData("Microsoft_365_Business_Premium_(no Teams)", "Microsoft 365 Business Premium")]
    [InlineData("O365_w/o Teams Bundle_M3", "Microsoft 365 E3")]
    [InlineData("o365_w/o_teams_bundle_m5_(500_seats_min)_hub", "Microsoft 365 E5")]
    public void Case_and_stray_blanks_do_not_matter(string sku, string name) => Assert.Equal(name, Find(sku)!.Name);

    [Theory]
    [InlineData("CPC_VIRAL", NotCountedReason.Free)]
    [InlineData("CCIBOTS_PRIVPREV_VIRAL", NotCountedReason.Free)]
    [InlineData("DYN365_vTrial_SALES", NotCountedReason.Trial)]
    [InlineData("POWERAPPS_VTRIAL", NotCountedReason.Trial)]
    [InlineData("M365EDU_A3_STUUSEBNFT", NotCountedReason.StudentBenefit)]
    [InlineData("STANDARDWOFFPACK_IW_FACULTY", NotCountedReason.NoCost)]
    [InlineData("STANDARDWOFFPACK_IW_ANYTHING", NotCountedReason.NoCost)]
    [InlineData("STANDARDWOFFPACK_STUDENT", NotCountedReason.NoCost)]
    [InlineData("M365EDU_A1", NotCountedReason.NoCost)]
    [InlineData("DEVELOPERPACK_E5", NotCountedReason.Developer)]
    [InlineData("EXCHANGEARCHIVE_ADDON", NotCountedReason.ArchiveOnly)]
    [InlineData("FLOW_FREE", NotCountedReason.Free)]
    [InlineData("TEAMS_EXPLORATORY", NotCountedReason.Trial)]
    public void Plans_that_do_not_count_say_why(string sku, NotCountedReason reason)
    {
        Assert.Equal(NotCounted, Find(sku)!.Standing);
        Assert.Equal(reason, Find(sku)!.Reason);
    }

    [Theory]
    [InlineData("Microsoft_365_Copilot")]
    [InlineData("MICROSOFT_365_E7")]
    [InlineData("SPE_E3_USGOV_GCCHIGH ")]
    [InlineData("Microsoft_365_Business_Premium_Donation_(Non_Profit_Pricing)")]
    public void Plans_that_the_eligibility_page_does_not_name_are_left_to_FastTrack(string sku) => Assert.Equal(Unknown, Find(sku)!.Standing);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("*")]
    [InlineData("SPE_E33")]
    [InlineData("XSPE_E3")]
    [InlineData("VIRAL")]
    [InlineData("O365_w/o_Teams_Bundle_M5HU")]
    public void Anything_else_is_unknown(string? sku) => Assert.Null(Find(sku));

    [Fact]
    public void A_very_long_part_number_is_unknown() => Assert.Null(Find(new string('A', 10_000) + "_VIRAL"));

    [Fact]
    public void A_pattern_needs_room_for_both_of_its_ends()
    {
        LicencePlans plans = new([Find("SPE_E3")! with { Sku = "ABC*BCD" }]);

        Assert.Null(plans.Find("ABCD"));
        Assert.NotNull(plans.Find("ABCBCD"));
        Assert.NotNull(plans.Find("abc-anything-bcd"));
    }

    [Fact]
    public void Each_plan_that_does_not_count_has_a_reason_and_each_that_counts_has_none()
    {
        Assert.All(LicencePlans.Default.All, plan => Assert.Equal(plan.Standing is Counted, plan.Reason is null));
        Assert.All(LicencePlans.Default.All, plan => Assert.NotNull(plan.Source.Date));
        Assert.All(LicencePlans.Default.All, plan => Assert.Equal(plan, Find(plan.Sku.Replace("*", "X", StringComparison.Ordinal))! with { Sku = plan.Sku }));
    }
}
