using System.Globalization;
using FastTrackBot.FastTrack.Assistance;

namespace FastTrackBot.Tests.FastTrack.Assistance;

public sealed class TargetDateTests
{
    private static readonly DateOnly Today = new(2027, 1, 15);

    private static Parsed<DateOnly> Parse(string text, string culture = "en-US") => TargetDate.Parse(text, Today, CultureInfo.GetCultureInfo(culture));

    [Theory]
    [InlineData("2027-03-01", "en-US")]
    [InlineData("2027-3-1", "en-US")]
    [InlineData("2027/3/1", "zh-CN")]
    [InlineData("1 March 2027", "en-US")]
    [InlineData("1 mar 2027", "en-US")]
    [InlineData("March 1, 2027", "en-GB")]
    [InlineData("Mar 1 2027", "en-US")]
    [InlineData("3/1/2027", "en-US")]
    [InlineData("01/03/2027", "en-GB")]
    [InlineData("1. März 2027", "de-DE")]
    [InlineData("01.03.2027", "de-DE")]
    [InlineData("1 March 2027", "de-DE")]
    [InlineData("2027年3月1日", "zh-CN")]
    [InlineData("2027年03月01日", "en-US")]
    [InlineData("２０２７年３月１日", "zh-Hans")]
    [InlineData("2027年3月1号", "zh-CN")]
    public void A_day_is_understood(string text, string culture) => Assert.Equal(new DateOnly(2027, 3, 1), Parse(text, culture).Value);

    [Theory]
    [InlineData("soon")]
    [InlineData("2027-02-30")]
    [InlineData("2027-13-01")]
    [InlineData("2027")]
    [InlineData("March")]
    [InlineData("1/2")]
    [InlineData("03.01.27.01")]
    [InlineData("2027-03-01T10:00")]
    public void Anything_else_is_a_problem(string text) => Assert.Equal(Problem.Date, Parse(text).Problem);

    [Theory]
    [InlineData("2027-01-14", Problem.DateInPast)]
    [InlineData("2027-01-15", null)]
    [InlineData("2030-01-15", null)]
    [InlineData("2030-01-16", Problem.DateTooFar)]
    [InlineData("0001-01-01", Problem.DateInPast)]
    [InlineData("9999-12-31", Problem.DateTooFar)]
    public void A_day_lies_between_today_and_three_years_ahead(string text, Problem? problem) => Assert.Equal(problem, Parse(text).Problem);
}
