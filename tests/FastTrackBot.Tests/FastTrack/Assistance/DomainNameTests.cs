using FastTrackBot.FastTrack.Assistance;

namespace FastTrackBot.Tests.FastTrack.Assistance;

public sealed class DomainNameTests
{
    [Theory]
    [InlineData("contoso.com", "contoso.com")]
    [InlineData(" CONTOSO.com. ", "contoso.com")]
    [InlineData("https://contoso.com/x", "contoso.com")]
    [InlineData("https://www.contoso.com/a/b?c=d#e", "contoso.com")]
    [InlineData("http://contoso.com:8080", "contoso.com")]
    [InlineData("https://ana:secret@contoso.com/x", "contoso.com")]
    [InlineData("contoso.com/path", "contoso.com")]
    [InlineData("www.contoso.com", "www.contoso.com")]
    [InlineData("ana@contoso.com", "contoso.com")]
    [InlineData("contoso.onmicrosoft.com", "contoso.onmicrosoft.com")]
    [InlineData("bücher.example", "xn--bcher-kva.example")]
    [InlineData("例子.中国", "xn--fsqu00a.xn--fiqs8s")]
    [InlineData("contoso。com", "contoso.com")]
    [InlineData("https://www.com", "www.com")]
    public void A_domain_is_understood(string text, string ascii) => Assert.Equal(ascii, DomainName.Parse(text).Value?.Ascii);

    [Fact]
    public void People_read_it_in_their_own_letters() => Assert.Equal("例子.中国", DomainName.Parse("xn--fsqu00a.xn--fiqs8s").Value!.Unicode);

    [Theory]
    [InlineData("contoso")]
    [InlineData("localhost")]
    [InlineData("10.0.0.1")]
    [InlineData("https://[::1]/")]
    [InlineData("contoso..com")]
    [InlineData(".com")]
    [InlineData("-contoso.com")]
    [InlineData("contoso-.com")]
    [InlineData("con_toso.com")]
    [InlineData("con toso.com")]
    [InlineData("contoso.c")]
    [InlineData("https://")]
    [InlineData("contoso.com\u0000.evil.com")]
    public void Anything_else_is_a_problem(string text) => Assert.Equal(Problem.Domain, DomainName.Parse(text).Problem);

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void A_label_has_a_limit(int length, bool ok) => Assert.Equal(ok, DomainName.Parse(new string('a', length) + ".com").Ok);
}
