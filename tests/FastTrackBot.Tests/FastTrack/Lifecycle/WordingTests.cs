using System.Globalization;
using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Lifecycle;
using Text = FastTrackBot.FastTrack.Lifecycle.Text;

namespace FastTrackBot.Tests.FastTrack.Lifecycle;

public sealed class WordingTests
{
    private static readonly string[] Kinds = ["Purpose", "Step", "Entry", "Exit", "Microsoft", "Customer"];

    /// <summary>Neither an id of the data without a text nor the text of an id that is gone.</summary>
    [Fact]
    public void The_texts_are_those_of_the_phases_data_in_both_languages()
    {
        var expected = Phases.All.Select(guide => $"Purpose_{guide.Phase}")
            .Concat(Phases.Steps.Ids.Select(id => $"Step_{id}"))
            .Concat(Ids("Entry", guide => guide.Entry)).Concat(Ids("Exit", guide => guide.Exit))
            .Concat(Ids("Microsoft", guide => guide.Microsoft)).Concat(Ids("Customer", guide => guide.Customer)).Order().ToList();

        Assert.Equal(expected, Keys(ResourceSweep.English));
        Assert.Equal(expected, Keys(ResourceSweep.Chinese));
    }

    [Theory]
    [InlineData("en-US", "100 people use the services; with fewer than 1,000 seats, 10% of them")]
    [InlineData("zh-CN", "100 人正在使用服务；席位少于 1,000 个时，达到席位的 10%")]
    public void The_milestone_says_the_numbers_of_the_data(string language, string expected) =>
        In(language, () => Assert.Equal(expected, Wording.Exit("completionMilestone")));

    [Theory]
    [InlineData("en-US")]
    [InlineData("zh-CN")]
    public void Everything_about_a_phase_can_be_said_without_holes(string language) => In(language, () => Assert.All(Phases.All, guide =>
    {
        string[] said =
        [
            Wording.Purpose(guide.Phase), Wording.Step(guide.Step), .. guide.Entry.Ids.Select(Wording.Entry), .. guide.Exit.Ids.Select(Wording.Exit),
            .. guide.Microsoft.Ids.Select(Wording.Microsoft), .. guide.Customer.Ids.Select(Wording.Customer),
        ];
        Assert.All(said, text => Assert.DoesNotMatch("[{}]|^$", text));
    }));

    private static IEnumerable<string> Ids(string kind, Func<PhaseGuide, SourcedIds> list) =>
        Phases.All.SelectMany(guide => list(guide).Ids).Distinct().Select(id => $"{kind}_{id}");

    private static List<string> Keys(CultureInfo language) =>
        [.. ResourceSweep.Read(Text.ResourceManager, language).Keys.Where(key => Kinds.Contains(key.Split('_')[0]) && key.Contains('_')).Order()];

    private static void In(string language, Action assert)
    {
        var (before, beforeUI) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            assert();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUI);
        }
    }
}
