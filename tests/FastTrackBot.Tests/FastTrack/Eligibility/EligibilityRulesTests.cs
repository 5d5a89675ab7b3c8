using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Eligibility;
using static FastTrackBot.FastTrack.Eligibility.Benefit;
using static FastTrackBot.FastTrack.OrganisationType;
using static FastTrackBot.FastTrack.Verdict;

namespace FastTrackBot.Tests.FastTrack.Eligibility;

public sealed class EligibilityRulesTests
{
    private static BenefitVerdict Assess(int seats, OrganisationType organisation, Benefit benefit) =>
        EligibilityRules.Default.Assess(new(LicencePicture.FromStated(seats), organisation)).Of(benefit)!;

    private static EligibilityResult Assess(params (string Sku, int Seats)[] plans) =>
        EligibilityRules.Default.Assess(new(Some.Licences(plans), Commercial));

    [Theory]
    [InlineData(0, Commercial, Benefit.Questions, NotYet, 50)]
    [InlineData(49, Commercial, Benefit.Questions, NotYet, 1)]
    [InlineData(50, Commercial, Benefit.Questions, Maybe, 100)]
    [InlineData(149, Commercial, Benefit.Questions, Maybe, 1)]
    [InlineData(150, Commercial, Benefit.Questions, Likely, null)]
    [InlineData(49, Education, Benefit.Questions, NotYet, 1)]
    [InlineData(50, Nonprofit, Benefit.Questions, Maybe, 100)]
    [InlineData(150, Government, Benefit.Questions, Likely, null)]
    [InlineData(149, Commercial, Specialist, NotYet, 1)]
    [InlineData(150, Commercial, Specialist, Likely, null)]
    [InlineData(149, Government, Specialist, NotYet, 1)]
    [InlineData(150, Government, Specialist, Likely, null)]
    [InlineData(149, Education, Specialist, NotYet, 851)]
    [InlineData(150, Education, Specialist, Maybe, 850)]
    [InlineData(320, Education, Specialist, Maybe, 680)]
    [InlineData(999, Education, Specialist, Maybe, 1)]
    [InlineData(1000, Education, Specialist, Likely, null)]
    [InlineData(149, Nonprofit, Specialist, NotYet, 851)]
    [InlineData(999, Nonprofit, Specialist, Maybe, 1)]
    [InlineData(1000, Nonprofit, Specialist, Likely, null)]
    [InlineData(149, Commercial, MigrationGuidance, NotYet, 1)]
    [InlineData(150, Commercial, MigrationGuidance, Likely, null)]
    [InlineData(499, Commercial, MigrationService, NotYet, 1)]
    [InlineData(500, Commercial, MigrationService, Likely, null)]
    [InlineData(499, Government, MigrationService, NotYet, 1)]
    [InlineData(500, Government, MigrationService, Likely, null)]
    [InlineData(499, Education, MigrationService, NotYet, 1)]
    [InlineData(500, Education, MigrationService, Maybe, 500)]
    [InlineData(999, Nonprofit, MigrationService, Maybe, 1)]
    [InlineData(1000, Nonprofit, MigrationService, Likely, null)]
    [InlineData(1000, Education, MigrationService, Likely, null)]
    public void Seats_decide_the_verdict(int seats, OrganisationType organisation, Benefit benefit, Verdict expected, int? missing)
    {
        var verdict = Assess(seats, organisation, benefit);

        Assert.Equal(expected, verdict.Verdict);
        Assert.Equal(missing, verdict.SeatsShort);
    }

    [Theory]
    [InlineData(Commercial)]
    [InlineData(Education)]
    [InlineData(Nonprofit)]
    [InlineData(Government)]
    public void The_site_is_open_to_everyone(OrganisationType organisation) => Assert.Equal(Likely, Assess(0, organisation, Portal).Verdict);

    [Theory]
    [InlineData(Commercial)]
    [InlineData(Education)]
    [InlineData(Nonprofit)]
    [InlineData(Government)]
    public void More_seats_never_make_a_verdict_worse(OrganisationType organisation)
    {
        foreach (var benefit in Enum.GetValues<Benefit>())
        {
            var before = (Verdict: NotYet, Missing: int.MaxValue);
            for (var seats = 0; seats <= 1_200; seats++)
            {
                var verdict = Assess(seats, organisation, benefit);
                Assert.True(verdict.Verdict >= before.Verdict, $"{benefit} at {seats}: {before.Verdict} became {verdict.Verdict}");
                Assert.Equal(verdict.Verdict == Likely, verdict.SeatsShort is null);
                if (verdict.Verdict == before.Verdict && verdict.SeatsShort is { } missing)
                    Assert.True(missing < before.Missing, $"{benefit} at {seats} is {missing} short, after {before.Missing}");
                before = (verdict.Verdict, verdict.SeatsShort ?? 0);
            }
        }
    }

    [Fact]
    public void Each_verdict_that_rests_on_a_number_names_its_source()
    {
        foreach (var organisation in Enum.GetValues<OrganisationType>())
        {
            foreach (var seats in new[] { 0, 50, 150, 500, 1_000 })
            {
                var result = EligibilityRules.Default.Assess(new(LicencePicture.FromStated(seats), organisation));
                Assert.All(result.Benefits, verdict => Assert.NotEmpty(verdict.Sources));
                Assert.All(result.Benefits.SelectMany(verdict => verdict.Reasons).Where(reason => reason.Numbers.Count > 0), reason => Assert.NotNull(reason.Source));
            }
        }
    }

    [Fact]
    public void A_school_with_320_seats_hears_both_numbers_with_the_later_ones_date()
    {
        var reasons = Assess(320, Education, Specialist).Reasons;

        Assert.Contains(reasons, reason => reason is { Code: ReasonCode.BelowThreshold, Source.Id: "training-requirements" } && reason.Numbers is [1000, 320, 680]);
        var later = Assert.Single(reasons, reason => reason.Code is ReasonCode.LaterPageDiffers);
        Assert.Equal([150], later.Numbers);
        Assert.Equal(new PartialDate(2021, 6, 16), later.Source!.Date);
    }

    [Fact]
    public void Fifty_seats_hear_that_the_later_page_asks_for_150() =>
        Assert.Contains(Assess(50, Commercial, Benefit.Questions).Reasons, reason => reason.Code is ReasonCode.LaterPageDiffers && reason.Numbers is [150]);

    [Fact]
    public void Seats_that_reach_the_number_only_together_are_a_maybe()
    {
        var specialist = Assess(("SPE_E3", 80), ("SPE_F1", 80)).Of(Specialist)!;

        Assert.Equal(Maybe, specialist.Verdict);
        Assert.Equal(70, specialist.SeatsShort);
        Assert.Contains(specialist.Reasons, reason => reason.Code is ReasonCode.OnlySumReaches && reason.Numbers is [150, 80, 160]);
        Assert.Contains(specialist.Changes, change => change.Code is ChangeCode.AskFastTrack);
    }

    [Fact]
    public void Between_150_and_499_seats_the_customer_moves_the_data_with_guidance()
    {
        var service = Assess(("SPE_E3", 320)).Of(MigrationService)!;

        Assert.Equal((NotYet, 180), (service.Verdict, service.SeatsShort));
        Assert.Contains(service.Reasons, reason => reason.Code is ReasonCode.GuidanceOnly && reason.Numbers is [500]);
        Assert.Contains(new Change(ChangeCode.MoveYourself), service.Changes);
        Assert.DoesNotContain(Assess(("SPE_E3", 100)).Of(MigrationService)!.Reasons, reason => reason.Code is ReasonCode.GuidanceOnly);
    }

    [Fact]
    public void A_migration_is_no_likelier_than_the_specialist_who_leads_it()
    {
        var service = Assess(600, Nonprofit, MigrationService);

        Assert.Equal(Maybe, service.Verdict);
        Assert.Contains(service.Reasons, reason => reason.Code is ReasonCode.NeedsSpecialist);
    }

    [Fact]
    public void Only_staff_seats_count_when_a_school_moves_its_data()
    {
        var licences = Some.Licences(("M365EDU_A3_FACULTY", 200), ("M365EDU_A3_STUDENT", 2_000));

        var result = EligibilityRules.Default.Assess(new(licences, Education));

        Assert.Equal(Likely, result.Of(Specialist)!.Verdict);
        Assert.Equal((Maybe, 300), (result.Of(MigrationService)!.Verdict, result.Of(MigrationService)!.SeatsShort));
        Assert.Contains(result.Of(MigrationService)!.Reasons, reason => reason.Code is ReasonCode.StudentsNotCounted && reason.Numbers is [500, 200]);
    }

    [Fact]
    public void Plans_that_nobody_lists_lift_a_not_yet_to_a_maybe_and_never_further()
    {
        Assert.Equal(Maybe, Assess(("SPE_E3", 100), ("SOMETHING_NEW", 400)).Of(Specialist)!.Verdict);
        Assert.Equal(Maybe, Assess(("SOMETHING_NEW", 100_000)).Of(MigrationService)!.Verdict);
        Assert.Equal(NotYet, Assess(("SPE_E3", 100), ("SOMETHING_NEW", 10)).Of(Specialist)!.Verdict);
        Assert.Equal(NotYet, Assess(("SPE_E3", 100), ("Microsoft_365_Copilot", 100)).Of(Specialist)!.Verdict);
    }

    [Fact]
    public void Trials_can_become_paid_seats()
    {
        var licences = LicencePicture.From([new("SPE_E5", 300, 300, 12)], [new("SPE_E5", 300, Trial: true)], LicencePlans.Default);

        var result = EligibilityRules.Default.Assess(new(licences, Commercial));

        Assert.Equal((NotYet, 150), (result.Of(Specialist)!.Verdict, result.Of(Specialist)!.SeatsShort));
        Assert.Contains(new Change(ChangeCode.TurnTrialsIntoPaid, 300), result.Of(Specialist)!.Changes);
        Assert.Contains(result.Notes, note => note.Code is ReasonCode.TrialSeats && note.Numbers is [300]);
    }

    [Fact]
    public void An_unfit_source_system_lowers_the_migration_only()
    {
        var tooOld = SourceEnvironments.Check(SourceSystem.Domino, "7.0.2");

        var result = EligibilityRules.Default.Assess(new(LicencePicture.FromStated(600), Commercial, Source: tooOld));

        Assert.Equal(NotYet, result.Of(MigrationService)!.Verdict);
        Assert.Equal(Likely, result.Of(Specialist)!.Verdict);
        Assert.Contains(result.Of(MigrationService)!.Reasons, reason => reason.Code is ReasonCode.SourceTooOld);
    }

    [Fact]
    public void Without_a_migration_nothing_is_said_about_it()
    {
        var result = EligibilityRules.Default.Assess(new(LicencePicture.FromStated(600), Commercial, WantsMigration: false));

        Assert.Equal([Portal, Benefit.Questions, Specialist], result.Benefits.Select(verdict => verdict.Benefit));
    }

    [Fact]
    public void Microsoft_always_has_the_last_word()
    {
        Assert.Contains(Assess(("SPE_E3", 100_000)).Notes, note => note.Code is ReasonCode.MicrosoftVerifies);
        Assert.Contains(Assess().Notes, note => note.Code is ReasonCode.MicrosoftVerifies);
    }

    [Theory]
    [InlineData(19_999, false)]
    [InlineData(20_000, true)]
    public void The_additional_benefit_of_large_tenants_is_told_as_history(int seats, bool told)
    {
        var notes = EligibilityRules.Default.Assess(new(LicencePicture.FromStated(seats), Commercial)).Notes;

        Assert.Equal(told, notes.Any(note => note.Code is ReasonCode.HistoricalAdditionalBenefit));
    }

    [Fact]
    public void Each_benefit_of_each_organisation_has_exactly_one_number_that_decides_and_at_most_one_later_one()
    {
        foreach (var organisation in Enum.GetValues<OrganisationType>())
        {
            foreach (var benefit in Enum.GetValues<Benefit>())
            {
                var rules = EligibilityRules.Default.For(benefit, organisation).ToList();
                Assert.Single(rules, rule => rule.Standing is RuleStanding.Decides);
                Assert.InRange(rules.Count(rule => rule.Standing is RuleStanding.Later), 0, 1);
                Assert.Equal(RuleStanding.Decides, rules[0].Standing);
            }
        }
    }

    [Fact]
    public void Moving_the_standing_in_the_data_moves_the_verdict()
    {
        var turned = EligibilityRules.Default.All.Select(rule => rule with
        {
            Standing = (rule.Benefit, rule.Standing) switch
            {
                (Specialist, RuleStanding.Decides) => RuleStanding.History,
                (Specialist, RuleStanding.Later) => RuleStanding.Decides,
                _ => rule.Standing,
            },
        });
        var rules = new EligibilityRules(new([.. turned], new(20_000, Sources.Find("own-default")!)));

        Assert.Equal(Likely, rules.Assess(new(LicencePicture.FromStated(150), Education)).Of(Specialist)!.Verdict);
    }
}
