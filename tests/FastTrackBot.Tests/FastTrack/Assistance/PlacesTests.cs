using System.Globalization;
using FastTrackBot.FastTrack.Assistance;

namespace FastTrackBot.Tests.FastTrack.Assistance;

public sealed class PlacesTests
{
    [Theory]
    [InlineData("Europe/Tallinn", "Europe/Tallinn")]
    [InlineData("europe/tallinn", "Europe/Tallinn")]
    [InlineData("port of spain", "America/Port_of_Spain")]
    [InlineData("Tallinn", "Europe/Tallinn")]
    [InlineData("new york", "America/New_York")]
    [InlineData("China Standard Time", "Asia/Shanghai")]
    [InlineData("Pacific Standard Time", "America/Los_Angeles")]
    [InlineData("北京", "Asia/Shanghai")]
    [InlineData("Seattle", "America/Los_Angeles")]
    [InlineData("München", "Europe/Berlin")]
    [InlineData("Asia/Calcutta", "Asia/Calcutta")]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("utc", "Etc/UTC")]
    public void A_time_zone_is_understood(string text, string expected) => Assert.Equal(expected, TimeZones.Parse(text).Value);

    [Theory]
    [InlineData("Atlantis")]
    [InlineData("+02:00")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/localtime")]
    [InlineData("Europe/Tallinn/../Paris")]
    public void Anything_else_is_no_time_zone(string text) => Assert.Equal(Problem.TimeZone, TimeZones.Parse(text).Problem);

    [Fact]
    public void Each_city_leads_to_a_zone_that_exists()
    {
        foreach (var city in new[] { "上海", "香港", "台北", "Osaka", "首尔", "Boston", "Dallas", "Ottawa", "São Paulo", "Lyon", "Milan", "Kiev", "Mumbai", "Hanoi", "Canberra", "Dubai" })
            Assert.NotNull(TimeZoneInfo.FindSystemTimeZoneById(TimeZones.Parse(city).Value!));
    }

    [Theory]
    [InlineData("FLE Standard Time", "Europe/Tallinn")]
    [InlineData("China Standard Time", "Asia/Shanghai")]
    public void The_zones_of_Windows_lead_to_each_countrys_city(string windowsId, string expected) =>
        Assert.Contains(expected, TimeZones.IanaIdsOf(windowsId));

    [Fact]
    public void The_world_has_its_countries()
    {
        Assert.InRange(Countries.All.Count, 190, 300);
        Assert.All(Countries.All, code => Assert.Matches("^[A-Z]{2}$", code));
    }

    [Theory]
    [InlineData("EE", "en-US", "Estonia")]
    [InlineData("DE", "en-GB", "Germany")]
    [InlineData("DE", "zh-CN", "德国")]
    [InlineData("JP", "zh-TW", "日本")]
    public void A_country_is_named_in_the_language_of_its_reader(string code, string culture, string expected) =>
        Assert.Equal(expected, Countries.NameOf(code, CultureInfo.GetCultureInfo(culture)));

    [Fact]
    public void Each_name_that_is_shown_is_understood_when_it_is_sent_back()
    {
        foreach (var culture in new[] { "en-US", "zh-CN" }.Select(CultureInfo.GetCultureInfo))
            Assert.All(Countries.All, code => Assert.Equal(code, Countries.Parse(Countries.NameOf(code, culture)).Value));
    }

    [Theory]
    [InlineData("DE", "DE")]
    [InlineData("de", "DE")]
    [InlineData("DEU", "DE")]
    [InlineData("Germany", "DE")]
    [InlineData("Deutschland", "DE")]
    [InlineData("德国", "DE")]
    [InlineData("Eesti", "EE")]
    [InlineData("中国", "CN")]
    [InlineData("日本", "JP")]
    [InlineData("USA", "US")]
    [InlineData("uk", "GB")]
    [InlineData("South Korea", "KR")]
    [InlineData("Czech Republic", "CZ")]
    public void A_country_is_understood(string text, string expected) => Assert.Equal(expected, Countries.Parse(text).Value);

    [Theory]
    [InlineData("Europe")]
    [InlineData("001")]
    [InlineData("419")]
    [InlineData("XX")]
    [InlineData("Narnia")]
    public void Anything_else_is_no_country(string text) => Assert.Equal(Problem.Country, Countries.Parse(text).Problem);

    [Theory]
    [InlineData("en", "en")]
    [InlineData("en-GB", "en")]
    [InlineData("German", "de")]
    [InlineData("de_AT", "de")]
    [InlineData("Français", "fr")]
    [InlineData("中文", "zh-Hans")]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh-TW", "zh-Hant")]
    [InlineData("zh-Hant-HK", "zh-Hant")]
    [InlineData("pt-PT", "pt-BR")]
    [InlineData("Vietnamese", "vi")]
    [InlineData("葡萄牙语（巴西）", "pt-BR")]
    public void A_language_is_understood(string text, string expected) => Assert.Equal(expected, SupportLanguages.Parse(text).Value?.Tag);

    [Theory]
    [InlineData("Klingon")]
    [InlineData("et")]
    [InlineData("-")]
    [InlineData("en or de")]
    public void Anything_else_is_none_of_the_languages(string text) => Assert.Equal(Problem.Language, SupportLanguages.Parse(text).Problem);

    [Fact]
    public void Twelve_languages_are_spoken_and_nine_of_them_help_with_migrations()
    {
        Assert.Equal(12, SupportLanguages.All.Count);
        Assert.Equal(["ko", "th", "vi"], SupportLanguages.All.Where(language => !language.MigrationHelp).Select(language => language.Tag).Order());
        Assert.All(SupportLanguages.All, language => Assert.NotNull(language.Source.Date));
    }

    [Theory]
    [InlineData("1234567", "1234567")]
    [InlineData("TPID: 1 234 567", "1234567")]
    [InlineData("tpid#42", "42")]
    [InlineData("１２３", "123")]
    public void A_tpid_is_understood(string text, string expected) => Assert.Equal(expected, Tpid.Parse(text).Value);

    [Theory]
    [InlineData("TPID")]
    [InlineData("12a")]
    [InlineData("-12")]
    [InlineData("1234567890123")]
    [InlineData("٣٢١")]
    public void Anything_else_is_no_tpid(string text) => Assert.Equal(Problem.Tpid, Tpid.Parse(text).Problem);
}
