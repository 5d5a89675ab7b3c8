using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.Tests.Platform.BotFramework.Turns;

public sealed class TurnCultureTests
{
    [Theory]
    [InlineData("en-US", "en-US")]
    [InlineData("zh-CN", "zh-CN")]
    [InlineData("et", "et")]
    [InlineData(null, "en-US")]
    [InlineData("", "en-US")]
    [InlineData("xx-invented", "en-US")]
    [InlineData("../../etc/passwd", "en-US")]
    public void Only_a_culture_that_the_system_knows_is_taken(string? locale, string expected) => Assert.Equal(expected, TurnCulture.Of(locale).Name);

    [Fact]
    public void A_locale_of_any_length_is_answered() => Assert.Equal("en-US", TurnCulture.Of(new string('e', 100_000)).Name);
}
