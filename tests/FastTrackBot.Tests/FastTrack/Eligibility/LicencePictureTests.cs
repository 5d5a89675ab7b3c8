using FastTrackBot.FastTrack.Eligibility;

namespace FastTrackBot.Tests.FastTrack.Eligibility;

public sealed class LicencePictureTests
{
    [Fact]
    public void Main_plans_add_up()
    {
        Assert.Equal(new SeatCounts(200, 280), Some.Licences(("SPE_E3", 200), ("SPE_F1", 80)).Seats);
        Assert.Equal(new SeatCounts(100, 160), Some.Licences(("SPE_E3", 100), ("EXCHANGEDESKLESS", 60)).Seats);
    }

    [Fact]
    public void What_people_have_on_top_of_a_main_plan_is_not_added() =>
        Assert.Equal(new SeatCounts(100, 100), Some.Licences(("ENTERPRISEPACK", 100), ("EMS", 100), ("MCOEV", 90), ("IDENTITY_THREAT_PROTECTION", 50)).Seats);

    [Fact]
    public void A_plan_on_top_can_be_the_largest_one() =>
        Assert.Equal(new SeatCounts(400, 400), Some.Licences(("INTUNE_A", 400), ("SPB", 20), ("AAD_PREMIUM", 300)).Seats);

    [Fact]
    public void Variants_of_a_plan_are_one_plan() =>
        Assert.Equal(new SeatCounts(160, 160), Some.Licences(("SPE_E3", 80), ("Microsoft_365_E3_(no_Teams)", 80)).Seats);

    [Fact]
    public void Staff_and_students_are_told_apart()
    {
        var licences = Some.Licences(("M365EDU_A3_FACULTY", 100), ("M365EDU_A3_STUDENT", 900));

        Assert.Equal(new SeatCounts(1_000, 1_000), licences.Seats);
        Assert.Equal(new SeatCounts(100, 100), licences.WithoutStudents);
    }

    [Fact]
    public void A_tenant_of_trials_has_no_seats()
    {
        var licences = LicencePicture.From([new("SPE_E5", 25, 25, 20)], [new("SPE_E5", 25, Trial: true)], LicencePlans.Default);

        Assert.Equal(default, licences.Seats);
        Assert.Equal(25, licences.TrialSeats);
        Assert.Equal(NotCountedReason.Trial, Assert.Single(licences.Lines).NotCounted);
    }

    [Fact]
    public void A_plan_bought_and_tried_counts_what_was_bought()
    {
        var licences = LicencePicture.From([new("SPE_E5", 325, 325, 20)], [new("spe_e5 ", 300, Trial: false), new("SPE_E5", 25, Trial: true)], LicencePlans.Default);

        Assert.Equal(new SeatCounts(300, 300), licences.Seats);
        Assert.Equal(25, licences.TrialSeats);
    }

    [Fact]
    public void No_cost_plans_have_no_seats()
    {
        var licences = Some.Licences(("STANDARDWOFFPACK_FACULTY", 5_000), ("STANDARDWOFFPACK_STUDENT", 50_000));

        Assert.Equal(default, licences.Seats);
        Assert.All(licences.Lines, line => Assert.Equal(NotCountedReason.NoCost, line.NotCounted));
    }

    [Fact]
    public void Plans_that_nobody_knows_are_listed_and_not_counted()
    {
        var licences = Some.Licences(("SOMETHING_NEW", 700), ("SPE_E3", 10));

        Assert.Equal(new SeatCounts(10, 10), licences.Seats);
        Assert.Equal(700, licences.UnknownSeats);
        Assert.Equal(new SeatCounts(700, 710), licences.WithUnknown);
        Assert.Equal(NotCountedReason.UnknownPlan, licences.Lines[0].NotCounted);
        Assert.Null(licences.Lines[0].Plan);
    }

    [Fact]
    public void A_subscription_that_ran_out_no_longer_counts()
    {
        var licences = LicencePicture.From([new("SPE_E3", 300, 0, 300)], [new("SPE_E3", 300, Trial: false, Current: false)], LicencePlans.Default);

        Assert.Equal(default, licences.Seats);
        Assert.Equal(NotCountedReason.NotCurrent, licences.Lines[0].NotCounted);
    }

    [Fact]
    public void Without_the_subscriptions_enabled_units_stand_for_paid_ones()
    {
        var licences = LicencePicture.From([new("SPE_E3", 400, 300, 500)], null, LicencePlans.Default);

        Assert.Equal(new SeatCounts(300, 300), licences.Seats);
        Assert.False(licences.TrialsVisible);
    }

    [Fact]
    public void Assigned_seats_never_change_the_picture()
    {
        var few = LicencePicture.From([new("SPE_E3", 200, 200, 0)], [], LicencePlans.Default);
        var many = LicencePicture.From([new("SPE_E3", 200, 200, 10_000)], [], LicencePlans.Default);

        Assert.Equal(few.Seats, many.Seats);
    }

    [Fact]
    public void Negative_and_absurd_units_do_no_harm()
    {
        var licences = LicencePicture.From(
            [new("SPE_E3", -5, -5, -5), new("SPE_E5", int.MaxValue, int.MaxValue, 0), new("SPE_F1", int.MaxValue, int.MaxValue, 0)], null, LicencePlans.Default);

        Assert.Equal(new SeatCounts(int.MaxValue, int.MaxValue), licences.Seats);
        Assert.Equal(new SeatCounts(0, 0), LicencePicture.FromStated(-1).Seats);
    }

    [Fact]
    public void The_sum_is_never_below_the_largest_plan()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var licences = Some.Licences([.. LicencePlans.Default.All.Where(_ => random.Next(8) == 0).Select(plan => (plan.Sku, random.Next(-10, 500)))]);
            Assert.True(licences.Seats.Sum >= licences.Seats.LargestPlan);
            Assert.True(licences.WithUnknown.Sum >= licences.Seats.Sum);
            Assert.True(licences.WithoutStudents.Sum <= licences.Seats.Sum);
        }
    }
}
