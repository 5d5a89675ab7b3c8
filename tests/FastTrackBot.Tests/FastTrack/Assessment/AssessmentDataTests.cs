using System.Globalization;
using System.Text.RegularExpressions;
using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Assessment;
using FastTrackBot.Tests.House;
using AssessmentQuestions = FastTrackBot.FastTrack.Assessment.Questions;
using Text = FastTrackBot.FastTrack.Assessment.Text;

namespace FastTrackBot.Tests.FastTrack.Assessment;

/// <summary>The data files, the rules and the texts name the same things.</summary>
public sealed partial class AssessmentDataTests
{
    [Fact]
    public void The_rules_find_the_kinds_of_the_data_and_no_others()
    {
        var found = SourceCode.Files("bot/FastTrack/Assessment/Rules/", ".cs").SelectMany(file => Kind().Matches(file.Text)).Select(match => match.Groups[1].Value + match.Groups[2].Value).Distinct();

        Assert.Equal(FindingKinds.All.Select(kind => kind.Id).Order(), found.Order());
    }

    [Fact]
    public void Every_kind_has_its_words_in_each_language_and_a_page_of_Microsofts()
    {
        foreach (var culture in (CultureInfo[])[ResourceSweep.English, ResourceSweep.Chinese])
        {
            var texts = ResourceSweep.Read(Text.ResourceManager, culture);
            Assert.All(FindingKinds.All, kind => Assert.All((string[])["Title", "Evidence", "Fix"], part => Assert.NotEmpty(texts[$"{part}_{kind.Id}"])));
            Assert.All(AssessmentQuestions.All, question => Assert.All((string[])["Topic", "Ask"], part => Assert.NotEmpty(texts[$"{part}_{question}"])));
            Assert.All(Enum.GetNames<CheckTrouble>(), trouble => Assert.NotEmpty(texts[$"Trouble_{trouble}"]));
        }

        Assert.All(FindingKinds.All, kind => Assert.Equal("https://learn.microsoft.com", kind.ReadMore.GetLeftPart(UriPartial.Authority)));
        Assert.DoesNotContain(FindingKinds.All, kind => kind.Severity == Severity.Ok);
    }

    [Fact]
    public async Task Every_check_has_a_name_and_a_question_of_its_own()
    {
        await using var contoso = await TenantFixture.StartAsync();
        var checks = (await contoso.RunAsync()).Select(result => result.Outcome.CheckId).ToList();

        Assert.Equal(17, checks.Count);
        Assert.Empty(checks.Intersect(AssessmentQuestions.All));
        foreach (var culture in (CultureInfo[])[ResourceSweep.English, ResourceSweep.Chinese])
        {
            var texts = ResourceSweep.Read(Text.ResourceManager, culture);
            Assert.All(checks, check => Assert.NotEmpty(texts[$"Topic_{check}"] + texts[$"Ask_{check}"]));
        }
    }

    [Fact]
    public void Thresholds_have_a_source() => Assert.All(
        typeof(Thresholds).GetProperties().Select(property => property.GetValue(Thresholds.Current)).OfType<Threshold>(),
        threshold => Assert.NotNull(threshold.Source));

    /// <summary>No text asks for a fact that its kind does not bring.</summary>
    [Fact]
    public async Task Every_finding_can_be_told_in_each_language()
    {
        await using var contoso = await TenantFixture.StartAsync();
        var findings = (await contoso.RunAsync()).SelectMany(result => result.Findings).ToList();

        foreach (var culture in (CultureInfo[])[ResourceSweep.English, ResourceSweep.Chinese])
        {
            CultureInfo.CurrentUICulture = culture;
            Assert.All(findings, finding =>
            {
                var words = FindingWords.Title(finding) + FindingWords.Evidence(finding) + FindingWords.Fix(finding);
                Assert.DoesNotContain("{", words, StringComparison.Ordinal);
            });
        }
    }

    [GeneratedRegex("""Found\.Of\(\s*"(\w+)"|, "(licenceError|provisioningConflict)"\)""")]
    private static partial Regex Kind();
}
