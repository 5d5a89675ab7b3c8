using System.Globalization;
using System.Text;
using System.Text.Json;
using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Eligibility;

namespace FastTrackBot.Tests.FastTrack;

public sealed class SourceTests
{
    [Fact]
    public void Each_source_has_a_title_and_a_plausible_date()
    {
        Assert.NotEmpty(Sources.All);
        Assert.All(Sources.All, source => Assert.False(string.IsNullOrWhiteSpace(source.Title)));
        Assert.All(Sources.All.Where(source => source.Date is not null), source => Assert.InRange(source.Date!.Value.Year, 2018, 2030));
        Assert.All(Sources.All.Where(source => source.Url is not null), source => Assert.Equal(Uri.UriSchemeHttps, source.Url!.Scheme));
    }

    [Fact]
    public void Only_documents_that_bear_no_date_are_undated() => Assert.Equal(
        ["adoption-workbook", "data-migration-latest", "dns-records", "domain-verification", "end-user-guide", "role-practices", "training-process", "training-requirements", "usage-reports"],
        Sources.All.Where(source => source.Date is null).Select(source => source.Id).Order());

    [Fact]
    public void A_data_file_that_cites_an_unknown_source_is_refused()
    {
        var json = """{"rules":[{"benefit":"portal","organisations":[],"seats":0,"basis":"tenant","standing":"decides","source":"hearsay"}],"additionalBenefit":{"seats":1,"source":"own-default"}}""";

        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, EligibilityJson.Default.SeatRuleFile));

        Assert.Contains("hearsay", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_data_file_entry_without_a_source_is_refused()
    {
        var json = """{"rules":[{"benefit":"portal","organisations":[],"seats":0,"basis":"tenant","standing":"decides"}],"additionalBenefit":{"seats":1,"source":"own-default"}}""";

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, EligibilityJson.Default.SeatRuleFile));
    }

    [Fact]
    public void A_missing_data_file_is_named()
    {
        var error = Assert.Throws<InvalidDataException>(() => EmbeddedData.Read("FastTrack/Data/none.json", SharedJson.Default.SourceFile));

        Assert.Contains("none.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_embedded_data_file_is_utf8_json()
    {
        var assembly = typeof(Sources).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal)).ToList();

        Assert.Contains("FastTrack/Data/sources.json", names);
        Assert.Contains("FastTrack/Eligibility/Data/licence-plans.json", names);
        Assert.All(names, name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, new UTF8Encoding(false, throwOnInvalidBytes: true));
            using var document = JsonDocument.Parse(reader.ReadToEnd());
        });
    }

    [Theory]
    [InlineData("2021-06-16", "en-US", "16 June 2021")]
    [InlineData("2021-06-16", "zh-CN", "2021年6月16日")]
    [InlineData("2021-06", "en-GB", "June 2021")]
    [InlineData("2021-06", "zh-Hans", "2021年6月")]
    [InlineData("2020", "en-US", "2020")]
    [InlineData("2020", "zh-CN", "2020年")]
    public void A_date_is_shown_as_precisely_as_it_is_known(string text, string culture, string expected) =>
        Assert.Equal(expected, PartialDate.Parse(text).Format(CultureInfo.GetCultureInfo(culture)));

    [Theory]
    [InlineData("2021-02-30")]
    [InlineData("2021-13")]
    [InlineData("June 2021")]
    [InlineData("")]
    public void A_date_that_does_not_exist_is_refused(string text) => Assert.Throws<FormatException>(() => PartialDate.Parse(text));
}
