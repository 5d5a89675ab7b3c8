using FastTrackBot.FastTrack;

namespace FastTrackBot.Tests.FastTrack;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("  Contoso  ", "Contoso")]
    [InlineData("３２０", "320")]
    [InlineData("ａｄｍｉｎ＠ｃｏｎｔｏｓｏ．ｃｏｍ", "admin@contoso.com")]
    [InlineData("1\u00A0200", "1 200")]
    [InlineData("con\u200Btoso\u200F", "contoso")]
    [InlineData("\u202Emoc.osotnoc\u202C", "moc.osotnoc")]
    [InlineData("北京", "北京")]
    public void Text_is_narrowed_trimmed_and_freed_of_invisible_marks(string text, string expected) => Assert.Equal(expected, TypedText.Clean(text, 100));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200B")]
    [InlineData("a\u0007b")]
    [InlineData("line\nbreak")]
    [InlineData("\uD800")]
    public void Nothing_usable_is_null(string? text) => Assert.Null(TypedText.Clean(text, 100));

    [Fact]
    public void Text_above_the_limit_is_null()
    {
        Assert.NotNull(TypedText.Clean(new string('a', 100), 100));
        Assert.Null(TypedText.Clean(new string('a', 101), 100));
        Assert.Null(TypedText.Clean(new string('\u200B', 10_000) + "a", 100));
    }
}
