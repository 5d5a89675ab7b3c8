using FastTrackBot.FastTrack.Assistance;

namespace FastTrackBot.Tests.FastTrack.Assistance;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("ana@contoso.com", "ana@contoso.com")]
    [InlineData("  Ana.Lõhmus@Contoso.COM ", "Ana.Lõhmus@contoso.com")]
    [InlineData("mailto:ana@contoso.com", "ana@contoso.com")]
    [InlineData("ana+fasttrack@mail.contoso.co.uk", "ana+fasttrack@mail.contoso.co.uk")]
    [InlineData("o'neil@contoso.com", "o'neil@contoso.com")]
    [InlineData("ana@bücher.example", "ana@bücher.example")]
    [InlineData("ａｎａ＠contoso.com", "ana@contoso.com")]
    [InlineData("ana\u200B@contoso.com", "ana@contoso.com")]
    public void An_address_is_understood(string text, string expected) => Assert.Equal(expected, EmailAddress.Parse(text).Value);

    [Theory]
    [InlineData("ana")]
    [InlineData("@contoso.com")]
    [InlineData("ana@")]
    [InlineData("ana@contoso")]
    [InlineData("ana@@contoso.com")]
    [InlineData("ana@ben@contoso.com")]
    [InlineData("ana ben@contoso.com")]
    [InlineData(".ana@contoso.com")]
    [InlineData("ana.@contoso.com")]
    [InlineData("an..a@contoso.com")]
    [InlineData("ana@contoso..com")]
    [InlineData("ana@-contoso.com")]
    [InlineData("ana@10.0.0.1")]
    [InlineData("<ana@contoso.com>")]
    [InlineData("ana@contoso.com, ben@contoso.com")]
    [InlineData("ana@contoso.com\r\nBcc: all@contoso.com")]
    [InlineData("ana@contoso.com/x")]
    public void Anything_else_is_a_problem(string text) => Assert.Equal(Problem.Email, EmailAddress.Parse(text).Problem);

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void The_part_before_the_at_has_a_limit(int length, bool ok) =>
        Assert.Equal(ok, EmailAddress.Parse(new string('a', length) + "@contoso.com").Ok);
}
