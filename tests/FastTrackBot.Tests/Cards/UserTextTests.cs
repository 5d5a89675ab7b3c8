using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using FastTrackBot.Cards;

namespace FastTrackBot.Tests.Cards;

public sealed partial class UserTextTests
{
    private static readonly string[] Hostile =
    [
        "plain text, with a comma. And a full stop - and a dash.", "*italic* _italic_ **bold** __bold__ ***both***", "a * b * c",
        "snake_case_name", "[link](https://evil.example)", "![image](https://evil.example/a.png)",
        "[link][1] [1]: https://evil.example", "[a]: https://evil.example 'x'", "<https://evil.example>", "<at>Everyone</at>",
        "<script>alert(1)</script>", "<a href='https://evil.example'>x</a>", "<!-- x -->", "<b>bold</b>",
        "https://evil.example/path?x=1#y", "HTTP://EVIL.EXAMPLE", "see www.evil.example now", "WWW.Evil.Example", "//evil.example",
        "mailto:a@evil.example", "MailTo:a@evil.example?subject=x", "ftp://evil.example", "a://b://c", "- item", "* item", "+ item",
        "-item", "---", "- - -", "1. item", "1) item", "123456789. item", "1.5 GB", "2026-03-05 is the date", "x - 1. y", "# heading",
        "#1 in the list", "###### h6", "heading\n===", "heading\n---", "> quote", ">> quote", "a > b < c", "`code`", "``co`de``",
        "```\nfence\n```", "~~~\nfence", "~~struck~~", "    indented code", "\tindented code", "| a | b |\n|---|---|\n| 1 | 2 |",
        "&lt;at&gt; &amp; &#60;b&#62; &copy R&D", "\\*not escaped\\*", "\\\\", "trailing \\", "line one\nline two\r\n\r\n- line three",
        "  \n \n", "", "\u202egnp.exe\u202c \u2066x\u2069 \u200f", "bell\u0007 null\0 \u009b", "{curly} (round) [square]",
        "C:\\Users\\a_b", "José Núñez 李伟 😀 👩‍💻", "- [ ] task", "[x] done", "!!!", "http:// www.", "[](javascript:alert(1))",
        "<javascript:alert(1)>", "1\\. x", "&", "&&amp;", "<", "a<b>c</b>",
    ];

    private static readonly Lazy<Task<JsonElement[]>> Rendered =
        new(() => Npm.AskAsync("markdown.mjs", [.. Hostile.Select(text => new { text = UserText.Escape(text) })]));

    public static TheoryData<string> Texts => new(Hostile);

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Texts))]
    public async Task A_text_renders_as_it_was_typed_and_as_nothing_else(string text)
    {
        var html = (await Rendered.Value)[Array.IndexOf(Hostile, text)].GetProperty("html").GetString()!;

        Assert.Equal(Visible(text), Visible(WebUtility.HtmlDecode(html.Replace("<p>", "").Replace("</p>", ""))));
        Assert.DoesNotMatch("<(?!/?p>)", html);
    }

    [Fact]
    public async Task The_renderer_does_render_what_is_not_escaped()
    {
        var answers = await Npm.AskAsync("markdown.mjs", [new { text = "*a* https://b.example\n- c" }]);

        var html = answers[0].GetProperty("html").GetString()!;
        Assert.Contains("<em>a</em> <a href=", html, StringComparison.Ordinal);
        Assert.Contains("<ul>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a*b", @"a\*b")]
    [InlineData("- a - b", @"\- a - b")]
    [InlineData("1. a 2. b", @"1\. a 2. b")]
    [InlineData("<at>Ann</at>", "<\u2060at\\>Ann<\u2060/at\\>")]
    [InlineData("https://a.example", "https:/\u2060/a.example")]
    [InlineData("www.a.example", "www.\u2060a.example")]
    [InlineData("a\r\n\tb", "a b")]
    [InlineData("a\u202eb\u2069\u0000", "ab")]
    [InlineData("R&D & more", "R&\u2060D & more")]
    public void Escaping_changes_only_what_has_a_meaning(string text, string escaped) => Assert.Equal(escaped, UserText.Escape(text));

    [Fact]
    public void A_text_is_escaped_where_it_is_serialised()
    {
        UserText owner = "Ann *Lee*";

        Assert.Equal("Ann *Lee*", owner.ToString());
        Assert.Equal(@"""Ann \\*Lee\\*""", JsonSerializer.Serialize(owner));
        Assert.Equal("\"\"", JsonSerializer.Serialize(default(UserText)));
    }

    [Fact]
    public void An_escaped_text_is_not_read_back_as_a_typed_one() =>
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<UserText>("\"a\""));

    // White space shows as one blank, and joiners, control characters and marks of direction do not show.
    private static string Visible(string text) => Blanks().Replace(Hidden().Replace(text, ""), " ").Trim();

    [GeneratedRegex(@"[\u2060\u202a-\u202e\u2066-\u2069\u200e\u200f]|(?!\s)\p{Cc}")]
    private static partial Regex Hidden();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
