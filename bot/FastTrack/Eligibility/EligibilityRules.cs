namespace FastTrackBot.FastTrack.Eligibility;

/// <param name="WantsMigration">False leaves the two migration benefits out.</param>
/// <param name="Source">The verdict on the system that the data comes from, if it is known.</param>
public sealed record EligibilityQuestion(
    LicencePicture Licences, OrganisationType Organisation, bool WantsMigration = true, SourceVerdict? Source = null);

/// <summary>
/// Says what a customer can expect, and why. Two documents are compared for each benefit: the one that decides and the latest one.
/// Both met is "likely", neither is "not yet", one of them is "maybe". Never a firm yes: Microsoft verifies each request itself.
/// </summary>
public sealed class EligibilityRules
{
    private readonly SeatRuleFile _file;
    private readonly ILookup<(Benefit, OrganisationType), SeatRule> _rules;

    internal EligibilityRules(SeatRuleFile file)
    {
        _file = file;
        _rules = file.Rules.OrderBy(rule => rule.Standing)
            .SelectMany(rule => rule.Organisations.Select(organisation => (Of: (rule.Benefit, organisation), Rule: rule)))
            .ToLookup(entry => entry.Of, entry => entry.Rule);
    }

    public static EligibilityRules Default { get; } =
        new(EmbeddedData.Read("FastTrack/Eligibility/Data/eligibility-rules.json", EligibilityJson.Default.SeatRuleFile));

    public IReadOnlyList<SeatRule> All => _file.Rules;

    /// <summary>Every document's number for a benefit, to show where it comes from: what decides, the later page, older ones.</summary>
    public IEnumerable<SeatRule> For(Benefit benefit, OrganisationType organisation) => _rules[(benefit, organisation)];

    public EligibilityResult Assess(EligibilityQuestion question)
    {
        var specialist = Seats(Benefit.Specialist, question);
        List<BenefitVerdict> benefits = [Seats(Benefit.Portal, question), Seats(Benefit.Questions, question), specialist];
        if (question.WantsMigration)
        {
            var guidance = NeedsSpecialist(Seats(Benefit.MigrationGuidance, question), specialist);
            benefits.Add(guidance);
            benefits.Add(Migration(NeedsSpecialist(Seats(Benefit.MigrationService, question), specialist), guidance, question));
        }

        return new(question.Organisation, benefits, EligibilityNotes.Of(question, _file.AdditionalBenefit));
    }

    private BenefitVerdict Seats(Benefit benefit, EligibilityQuestion question)
    {
        var rules = For(benefit, question.Organisation);
        var decides = rules.First(rule => rule.Standing is RuleStanding.Decides);
        var later = rules.FirstOrDefault(rule => rule.Standing is RuleStanding.Later) ?? decides;
        return SeatVerdict.Of(benefit, question.Licences, decides, later);
    }

    // A specialist leads a migration as well, so it can be no likelier than the specialist. It shows with education and nonprofits,
    // whose specialist needs more seats than the move of the data.
    private static BenefitVerdict NeedsSpecialist(BenefitVerdict verdict, BenefitVerdict specialist) =>
        specialist.Verdict >= verdict.Verdict
            ? verdict
            : verdict with
            {
                Verdict = specialist.Verdict,
                SeatsShort = specialist.SeatsShort,
                Reasons = [.. verdict.Reasons, new(ReasonCode.NeedsSpecialist), .. specialist.Reasons.Where(r => !verdict.Reasons.Contains(r))],
                Changes = specialist.Changes,
            };

    private BenefitVerdict Migration(BenefitVerdict verdict, BenefitVerdict guidance, EligibilityQuestion question)
    {
        if (verdict.Verdict is Verdict.NotYet && guidance.Verdict is not Verdict.NotYet)
        {
            var needed = For(Benefit.MigrationService, question.Organisation).First();
            verdict = verdict with
            {
                Reasons = [.. verdict.Reasons, new(ReasonCode.GuidanceOnly, [needed.Seats], needed.Source)],
                Changes = [.. verdict.Changes, new(ChangeCode.MoveYourself)],
            };
        }

        return question.Source is not { } source ? verdict : verdict with
        {
            Verdict = (Verdict)Math.Min((int)verdict.Verdict, (int)source.Verdict),
            Reasons = [.. verdict.Reasons, .. source.Reasons],
            Changes = [.. verdict.Changes.Union(source.Changes)],
        };
    }
}
