using System.Globalization;
using FastTrackBot.FastTrack.Eligibility;

namespace FastTrackBot.Tests.FastTrack.Eligibility;

public sealed class SeatCountTests
{
    [Theory]
    [InlineData("320", "en-US", 320)]
    [InlineData(" 0 ", "en-US", 0)]
    [InlineData("1,200", "en-US", 1_200)]
    [InlineData("1 200", "en-US", 1_200)]
    [InlineData("1\u00A0200", "fr-FR", 1_200)]
    [InlineData("1.200", "de-DE", 1_200)]
    [InlineData("1'200", "de-CH", 1_200)]
    [InlineData("1,200,300", "en-US", 1_200_300)]
    [InlineData("about 300 seats", "en-US", 300)]
    [InlineData("We have 320.", "en-US", 320)]
    [InlineData("~300", "en-US", 300)]
    [InlineData("300seats", "en-US", 300)]
    [InlineData("E3: 300", "en-US", 300)]
    [InlineData("E3-300", "en-US", 300)]
    [InlineData("300 E3", "en-US", 300)]
    [InlineData("Office 365 E3, 300 seats", "en-US", 300)]
    [InlineData("Microsoft 365 300", "en-US", 300)]
    [InlineData("３２０", "zh-CN", 320)]
    [InlineData("大约３２０个席位", "zh-CN", 320)]
    [InlineData("10000000", "en-US", 10_000_000)]
    public void A_number_is_found_in_an_answer(string text, string culture, int expected)
    {
        Assert.True(SeatCount.TryParse(text, CultureInfo.GetCultureInfo(culture), out var seats));
        Assert.Equal(expected, seats);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("many")]
    [InlineData("三百二十")]
    [InlineData("-5")]
    [InlineData("− 5")]
    [InlineData("seats: -5")]
    [InlineData("10000001")]
    [InlineData("99999999999999999999")]
    [InlineData("150-499")]
    [InlineData("300 E3 and 20 F1")]
    [InlineData("1.5")]
    [InlineData("1,20")]
    [InlineData("12,34,56")]
    [InlineData("1,200.300")]
    [InlineData("1.200")]
    [InlineData("2k")]
    [InlineData("1e400")]
    [InlineData("12E+5")]
    [InlineData("3 万")]
    [InlineData("10%")]
    [InlineData("E3")]
    [InlineData("3\u00002")]
    public void What_is_no_single_whole_number_is_asked_again(string? text)
    {
        Assert.False(SeatCount.TryParse(text, CultureInfo.GetCultureInfo("en-US"), out var seats));
        Assert.Equal(0, seats);
    }

    [Fact]
    public void A_decimal_comma_is_not_taken_for_thousands() =>
        Assert.False(SeatCount.TryParse("1,200", CultureInfo.GetCultureInfo("de-DE"), out _));

    [Fact]
    public void A_very_long_answer_is_refused() =>
        Assert.False(SeatCount.TryParse(new string('1', 10_000), CultureInfo.InvariantCulture, out _));

    [Fact]
    public void Each_number_comes_back_as_it_was_written_in_its_language()
    {
        foreach (var name in new[] { "en-US", "de-DE", "fr-FR", "zh-CN", "de-CH", "et-EE", "ja-JP" })
        {
            var culture = CultureInfo.GetCultureInfo(name);
            for (var expected = 0; expected <= SeatCount.Maximum; expected = (expected * 7) + 1)
            {
                Assert.True(SeatCount.TryParse(expected.ToString("N0", culture), culture, out var seats), $"{expected.ToString("N0", culture)} in {name}");
                Assert.Equal(expected, seats);
            }
        }
    }
}
