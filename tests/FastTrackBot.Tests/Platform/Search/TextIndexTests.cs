using FastTrackBot.Platform.Search;

namespace FastTrackBot.Tests.Platform.Search;

public sealed class TextIndexTests
{
    private static readonly ColumnWeights Weights = new(4, 3, 1, 0.5);

    [Theory]
    [InlineData("How many Licences?", "how many licences")]
    [InlineData("Éligibilité, Größe, đủ điều kiện", "eligibilite grosse du dieu kien")]
    [InlineData("许可证E3够吗", "许可 可证 e3 够吗")]
    [InlineData("ライセンス", "ライ イセ セン ンス")]
    [InlineData("ｆａｓｔ　Ｔｒａｃｋ", "fast track")]
    [InlineData("라이선스", "라이 이선 선스")]
    [InlineData("ย้าย", "ย้า ้าย")]
    [InlineData("证", "证")]
    [InlineData(" \t?!…", "")]
    [InlineData("a\ud800b", "a b")]
    public void A_text_is_taken_apart_into_what_can_be_looked_up(string text, string tokens) =>
        Assert.Equal(tokens, string.Join(' ', SearchTokens.Of(text)));

    [Theory]
    [InlineData("migration", "migrate")]
    [InlineData("licences", "licence")]
    [InlineData("eligible", "eligibility")]
    public void Endings_of_a_word_make_no_difference(string one, string other) =>
        Assert.StartsWith(SearchTerm.Stem(one)[..5], SearchTerm.Stem(other), StringComparison.Ordinal);

    [Fact]
    public void The_title_counts_more_than_the_text_and_rare_words_more_than_frequent_ones()
    {
        using var index = new TextIndex(
        [
            new("Mail", "", "Moving files is another story."),
            new("Files", "documents", "Something."),
            new("Meetings", "", "Nothing of the kind."),
        ], Weights);

        var hits = index.Search([Term("files")], 3);

        Assert.Equal([1, 0], hits.Select(hit => hit.Index));
        Assert.Equal(1.0, hits[0].Coverage, 6);
        Assert.Equal(0.5, hits[1].Coverage, 6);
    }

    [Fact]
    public void What_is_missing_counts_against_a_text()
    {
        using var index = new TextIndex([new("Cost of licences", "", ""), new("Cost", "", ""), new("Other", "", "")], Weights);

        var hits = index.Search([Term("cost"), Term("licences"), Term("pizza")], 3);

        Assert.Equal([0, 1], hits.Select(hit => hit.Index));
        Assert.InRange(hits[0].Coverage, 0.4, 0.8);
        Assert.True(hits[1].Coverage < hits[0].Coverage);
    }

    [Fact]
    public void A_number_that_no_text_has_says_nothing()
    {
        using var index = new TextIndex([new("Cost of 150 licences", "", ""), new("Other", "", "")], Weights);

        Assert.Equal(1.0, index.Search([Term("cost"), Term("327")], 1)[0].Coverage, 6);
        Assert.True(index.Search([Term("other"), Term("150")], 2).Single(hit => hit.Index == 1).Coverage < 0.6);
        Assert.Empty(index.Search([Term("327")], 1));
    }

    [Fact]
    public void It_tells_whether_any_text_has_a_word()
    {
        using var index = new TextIndex([new("Mail", "Exchange", "")], Weights);

        Assert.True(index.Has("exchange"));
        Assert.False(index.Has("slack"));
    }

    [Fact]
    public void Thai_is_found_with_its_marks()
    {
        using var index = new TextIndex([new("การย้ายกล่องจดหมาย", "", ""), new("ภาษา", "", "")], Weights);

        Assert.Equal(0, Assert.Single(index.Search([Term("ย้า")], 3)).Index);
    }

    [Fact]
    public void Nothing_to_look_for_finds_nothing()
    {
        using var index = new TextIndex([new("Mail", "", "")], Weights);
        using var empty = new TextIndex([], Weights);

        Assert.Empty(index.Search([], 3));
        Assert.Empty(empty.Search([Term("mail")], 3));
    }

    [Fact]
    public async Task Many_may_search_at_once()
    {
        using var index = new TextIndex([.. Enumerable.Range(0, 200).Select(n => new IndexedText($"title{n}", "all", "text"))], Weights);

        var found = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => Task.Run(() => index.Search([Term($"title{n}")], 1), TestContext.Current.CancellationToken)));

        Assert.Equal(Enumerable.Range(0, 200), found.Select(hits => hits[0].Index));
    }

    private static SearchTerm Term(string word) => new([[word]]);
}
