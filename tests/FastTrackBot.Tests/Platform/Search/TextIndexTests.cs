using FastTrackBot.Platform.Search;

namespace FastTrackBot.Tests.Platform.Search;

public sealed class TextIndexTests
{
    private static readonly ColumnWeights Weights = new(4, 3, 1);

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

        var hits = index.Search(["files"]).OrderByDescending(hit => hit.Rank).ToList();

        Assert.Equal([1, 0], hits.Select(hit => hit.Index));
        Assert.True(index.Search(["story"])[0].Rank > 0);
    }

    [Fact]
    public void The_more_of_the_words_the_better()
    {
        using var index = new TextIndex([new("Cost of licences", "", ""), new("Cost", "", ""), new("Other", "", ""), new("Third", "", ""), new("Fourth", "", "")], Weights);

        var hits = index.Search(["cost", "licences", "pizza"]).OrderByDescending(hit => hit.Rank);

        Assert.Equal([0, 1], hits.Select(hit => hit.Index));
    }

    [Fact]
    public void Thai_is_found_with_its_marks()
    {
        using var index = new TextIndex([new("การย้ายกล่องจดหมาย", "", ""), new("ภาษา", "", "")], Weights);

        Assert.Equal(0, Assert.Single(index.Search(["ย้า"])).Index);
    }

    [Fact]
    public void Nothing_to_look_for_finds_nothing()
    {
        using var index = new TextIndex([new("Mail", "", "")], Weights);
        using var empty = new TextIndex([], Weights);

        Assert.Empty(index.Search([]));
        Assert.Empty(empty.Search(["mail"]));
    }

    [Fact]
    public async Task Many_may_search_at_once()
    {
        using var index = new TextIndex([.. Enumerable.Range(0, 200).Select(n => new IndexedText($"{n}title", "all", "text"))], Weights);

        var found = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => Task.Run(() => index.Search([$"{n}title"]), TestContext.Current.CancellationToken)));

        Assert.Equal(Enumerable.Range(0, 200), found.Select(hits => hits.MaxBy(hit => hit.Rank).Index));
    }
}
