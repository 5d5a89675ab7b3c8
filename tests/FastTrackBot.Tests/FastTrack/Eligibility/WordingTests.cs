using System.Globalization;
using System.Text.RegularExpressions;
using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Eligibility;
using Text = FastTrackBot.FastTrack.Eligibility.Text;

namespace FastTrackBot.Tests.FastTrack.Eligibility;

public sealed class WordingTests
{
    private static readonly Type[] Codes =
    [
        typeof(OrganisationType), typeof(Benefit), typeof(Verdict), typeof(NotCountedReason), typeof(PlanFamily),
    ];

    public static TheoryData<string> Languages => ["", "zh-Hans"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_code_has_a_text(string language)
    {
        var texts = ResourceSweep.Read(Text.ResourceManager, CultureInfo.GetCultureInfo(language));

        var expected = Codes.SelectMany(type => Enum.GetNames(type).Select(name => $"{type.Name}_{name}"))
            .Concat(Enum.GetNames<ReasonCode>().Select(name => $"Reason_{name}"))
            .Concat(Enum.GetNames<ChangeCode>().Select(name => $"Change_{name}"));

        Assert.Empty(expected.Except(texts.Keys));
    }

    [Fact]
    public void Both_languages_have_the_same_keys_and_placeholders()
    {
        var english = ResourceSweep.Read(Text.ResourceManager, ResourceSweep.English);
        var chinese = ResourceSweep.Read(Text.ResourceManager, ResourceSweep.Chinese);

        Assert.Equal(english.Keys.Order(), chinese.Keys.Order());
        Assert.All(english, text => Assert.Equal(ResourceSweep.Placeholders(text.Value), ResourceSweep.Placeholders(chinese[text.Key])));
    }

    [Theory]
    [InlineData("en-US", "You have 1,320 eligible seats; 2,000 are needed, so 680 are missing (“FastTrack eligibility”, 16 June 2021).")]
    [InlineData("zh-CN", "您有 1,320 个符合条件的席位，要求为 2,000 个，还差 680 个（《FastTrack eligibility》，2021年6月16日）。")]
    public void A_reason_reads_as_a_sentence(string language, string expected) => Assert.Equal(expected,
        Wording.Of(new Reason(ReasonCode.BelowThreshold, [2000, 1320, 680], Sources.Find("eligibility-2021")), CultureInfo.GetCultureInfo(language)));

    [Fact]
    public void A_document_without_a_date_is_called_undated() =>
        Assert.Contains("undated", Wording.Of(new Reason(ReasonCode.MeetsThreshold, [150, 200], Sources.Find("training-process")), ResourceSweep.English), StringComparison.Ordinal);

    [Fact]
    public void A_shortage_shows_in_the_headline() => Assert.Equal("Not yet: 30 seats short",
        Wording.Of(new BenefitVerdict(Benefit.Specialist, Verdict.NotYet, 30, [], []), ResourceSweep.English));

    /// <summary>Whatever the rules can answer for these tenants, in both languages, without a hole in any sentence.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_answer_can_be_said_without_holes(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        foreach (var organisation in Enum.GetValues<OrganisationType>())
        {
            foreach (var licences in Tenants())
            {
                foreach (var system in Enum.GetValues<SourceSystem>())
                {
                    var result = EligibilityRules.Default.Assess(new(licences, organisation, Source: SourceEnvironments.Check(system, "2003", 2)));
                    var said = result.Benefits.SelectMany(v => v.Reasons).Concat(result.Notes).Select(reason => Wording.Of(reason, culture))
                        .Concat(result.Benefits.SelectMany(v => v.Changes).Select(change => Wording.Of(change, culture)));
                    Assert.All(said, text => Assert.DoesNotMatch(new Regex(@"[{}]|“”|《》|  |than ,|be  or"), text));
                }
            }
        }
    }

    private static IEnumerable<LicencePicture> Tenants() =>
    [
        LicencePicture.FromStated(0), LicencePicture.FromStated(320), LicencePicture.FromStated(25_000),
        Some.Licences(("SPE_E3", 80), ("SPE_F1", 80), ("NEW_PLAN", 40), ("EXCHANGEARCHIVE", 5)),
        Some.Licences(("M365EDU_A3_FACULTY", 200), ("M365EDU_A3_STUDENT", 2_000)),
        LicencePicture.From([new("SPE_E5", 300, 300, 12)], [new("SPE_E5", 300, Trial: true)], LicencePlans.Default),
        LicencePicture.From([new("SPE_E5", 300, 300, 12)], null, LicencePlans.Default),
    ];
}
