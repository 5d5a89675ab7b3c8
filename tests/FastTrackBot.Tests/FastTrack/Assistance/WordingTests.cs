using System.Globalization;
using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Assistance;
using Text = FastTrackBot.FastTrack.Assistance.Text;

namespace FastTrackBot.Tests.FastTrack.Assistance;

public sealed class WordingTests
{
    public static TheoryData<string> Languages => ["", "zh-Hans"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_code_has_a_text(string language)
    {
        var texts = ResourceSweep.Read(Text.ResourceManager, CultureInfo.GetCultureInfo(language));

        var expected = Keys<Problem>("Problem").Concat(Keys<Intent>("Intent")).Concat(Keys<RouteKind>("Route")).Concat(Keys<RouteStep>("Step"))
            .Concat(Keys<RequestField>("Field"))
            .Concat(BusinessReasons.Default.Select(reason => $"BusinessReason_{reason.Id}"))
            .Concat(Workloads.All.Where(workload => workload.Note is not null).Select(workload => $"WorkloadNote_{workload.Note}"))
            .Concat(SupportLanguages.All.Select(spoken => $"Language_{spoken.Tag.Replace('-', '_')}"))
            .Append("LanguageNote_MandarinOnly").Append("LanguageNote_NoMigrationHelp");

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

    [Fact]
    public void A_problem_gives_an_example_that_is_itself_understood()
    {
        Assert.Contains("ana@contoso.com", Wording.Of(Problem.Email, ResourceSweep.English), StringComparison.Ordinal);
        Assert.True(EmailAddress.Parse(Example(Problem.Email, ResourceSweep.English)).Ok);
        Assert.True(PhoneNumber.Parse(Example(Problem.Phone, ResourceSweep.English)).Ok);
        Assert.True(PhoneNumber.Parse(Example(Problem.Phone, ResourceSweep.Chinese)).Ok);
        Assert.True(DomainName.Parse(Example(Problem.Domain, ResourceSweep.English)).Ok);
        Assert.True(FastTrackBot.FastTrack.Assistance.Tpid.Parse(Example(Problem.Tpid, ResourceSweep.English)).Ok);
        Assert.True(Confirmation.ParseReference(Example(Problem.Reference, ResourceSweep.English)).Ok);
        Assert.True(SupportLanguages.Parse(Example(Problem.Language, ResourceSweep.Chinese)).Ok);
    }

    [Fact]
    public void A_language_tells_its_limits()
    {
        Assert.Single(Wording.NotesOf(SupportLanguages.Parse("zh-Hans").Value!, ResourceSweep.English), "Spoken help is in Mandarin only.");
        Assert.Contains("1 July 2020", Assert.Single(Wording.NotesOf(SupportLanguages.Parse("ko").Value!, CultureInfo.GetCultureInfo("en-US"))), StringComparison.Ordinal);
        Assert.Empty(Wording.NotesOf(SupportLanguages.Parse("fr").Value!, ResourceSweep.English));
    }

    [Fact]
    public void A_workloads_note_bears_the_date_of_its_page() =>
        Assert.Equal("2021年6月16日 的页面称其为 Windows Virtual Desktop。", Wording.NoteOf(Workloads.Find("virtualDesktop")!, ResourceSweep.Chinese));

    /// <summary>The contact within 30 days of the purchase runs from the purchase: it is no promise on a request.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void No_text_of_a_request_promises_a_contact(string language)
    {
        var texts = ResourceSweep.Read(Text.ResourceManager, CultureInfo.GetCultureInfo(language)).Values;

        Assert.All(texts, text => Assert.DoesNotContain("30", text, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.DoesNotContain("will contact", text, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Keys<T>(string prefix) where T : struct, Enum => Enum.GetNames<T>().Select(name => $"{prefix}_{name}");

    private static string Example(Problem problem, CultureInfo culture)
    {
        var text = Wording.Of(problem, culture);
        return text[(text.LastIndexOfAny([':', '：']) + 1)..];
    }
}
