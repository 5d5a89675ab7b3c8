using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Assistance;
using static FastTrackBot.FastTrack.Assistance.CustomerMatchKind;

namespace FastTrackBot.Tests.FastTrack.Assistance;

public sealed class CustomerBookTests
{
    private static readonly CustomerBook Book = new(
    [
        new("Contoso", "contoso.com", "1234567"),
        new("Contoso Pharma", "contosopharma.com", "7654321"),
        new("Nordic Contoso", "nordic.example"),
        new("Müller & Söhne GmbH", "mueller.example"),
        new("Fabrikam, Inc.", "fabrikam.com"),
        new("北京例子科技", "例子.中国"),
        new("1234567 Ontario Ltd"),
    ]);

    [Theory]
    [InlineData("1234567", "Contoso", CustomerMatchKind.Tpid)]
    [InlineData("TPID 7654321", "Contoso Pharma", CustomerMatchKind.Tpid)]
    [InlineData("contoso.com", "Contoso", Domain)]
    [InlineData("https://fabrikam.com/about", "Fabrikam, Inc.", Domain)]
    [InlineData("ana@fabrikam.com", "Fabrikam, Inc.", Domain)]
    [InlineData("CONTOSO", "Contoso", Name)]
    [InlineData("muller sohne gmbh", "Müller & Söhne GmbH", Name)]
    [InlineData("fabrikam inc", "Fabrikam, Inc.", NameStart)]
    [InlineData("muel", "Müller & Söhne GmbH", DomainStart)]
    [InlineData("pharma", "Contoso Pharma", WordStart)]
    [InlineData("rikam", "Fabrikam, Inc.", Contains)]
    [InlineData("例子.中国", "北京例子科技", Domain)]
    [InlineData("例子", "北京例子科技", DomainStart)]
    [InlineData("科技", "北京例子科技", Contains)]
    [InlineData("fabirkam", "Fabrikam, Inc.", Similar)]
    [InlineData("muler", "Müller & Söhne GmbH", Similar)]
    public void A_customer_is_found(string query, string name, CustomerMatchKind kind)
    {
        var match = Book.Find(query)[0];

        Assert.Equal((name, kind), (match.Customer.Name, match.Kind));
    }

    [Fact]
    public void The_surest_match_comes_first() =>
        Assert.Equal(["Contoso", "Contoso Pharma", "Nordic Contoso"], Book.Find("contoso").Select(match => match.Customer.Name));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("&&&")]
    [InlineData("zzzzzz")]
    [InlineData("xyz")]
    [InlineData("\0")]
    public void Nothing_like_it_finds_nobody(string? query) => Assert.Empty(Book.Find(query));

    [Fact]
    public void A_very_long_query_finds_nobody() => Assert.Empty(Book.Find(new string('a', 10_000)));

    [Fact]
    public void At_most_ten_are_shown()
    {
        CustomerBook book = new(Enumerable.Range(0, 500).Select(i => new Customer($"Contoso {i:000}")));

        Assert.Equal(CustomerBook.MaxMatches, book.Find("contoso").Count);
        Assert.Equal("Contoso 000", book.Find("contoso")[0].Customer.Name);
    }

    [Fact]
    public void A_broken_name_in_the_book_does_no_harm() => Assert.Single(new CustomerBook([new("Con\uD800toso")]).Find("con"));

    [Theory]
    [InlineData("contoso", "contoso", 0, true)]
    [InlineData("contoso", "contosa", 1, true)]
    [InlineData("contoso", "cotoso", 1, true)]
    [InlineData("contoso", "ocntoso", 1, true)]
    [InlineData("contoso", "ocntosa", 1, false)]
    [InlineData("contoso", "ocntosa", 2, true)]
    [InlineData("", "a", 1, true)]
    [InlineData("", "", 0, true)]
    public void Slips_are_counted(string left, string right, int limit, bool within)
    {
        Assert.Equal(within, EditDistance.IsWithin(left, right, limit));
        Assert.Equal(within, EditDistance.IsWithin(right, left, limit));
    }
}
