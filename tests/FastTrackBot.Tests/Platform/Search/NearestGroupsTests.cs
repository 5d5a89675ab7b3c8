using FastTrackBot.Platform.Search;

namespace FastTrackBot.Tests.Platform.Search;

public sealed class NearestGroupsTests
{
    private static readonly NearestGroups English = new(
    [
        ["How many licences do we need?", "smallest number of seats"],
        ["What does the migration of mailboxes cost?", "is moving mail free"],
        ["How do I install a printer driver?"],
    ]);

    [Theory]
    [InlineData("how many licences do we need", 0)]
    [InlineData("licence", 0)]
    [InlineData("how many lisences do we nede", 0)]
    [InlineData("migrating a mailbox", 1)]
    [InlineData("my printr", 2)]
    public void Inflections_and_slips_of_the_keyboard_find_their_group(string question, int group) =>
        Assert.Equal(group, Nearest(English, question));

    [Theory]
    [InlineData("需要多少许可证", 0)]
    [InlineData("メールボックスの移行", 1)]
    [InlineData("라이선스가 몇 개", 2)]
    [InlineData("การย้ายอีเมล", 3)]
    public void Where_no_blanks_part_the_words_pieces_of_them_do(string question, int group) =>
        Assert.Equal(group, Nearest(new NearestGroups([["最少要有多少许可证？"], ["メールボックスを移行できますか"], ["라이선스는 몇 개가 필요합니까?"], ["ย้ายอีเมลได้ไหม"]]), question));

    [Fact]
    public void A_share_is_all_or_nothing_or_between()
    {
        Assert.All(English.Shares("zyx quux"), share => Assert.Equal(0, share));
        Assert.All(English.Shares(""), share => Assert.Equal(0, share));
        Assert.All(English.Shares("How many licences do we need?"), share => Assert.InRange(share, 0, 1));
        Assert.InRange(English.Shares("How many licences do we need?")[0], 0.5, 1);
    }

    [Fact]
    public void What_no_group_has_counts_against_all() =>
        Assert.True(English.Shares("licences for spaghetti carbonara")[0] < English.Shares("licences")[0] / 2);

    [Fact]
    public void What_every_group_has_decides_nothing()
    {
        var polite = new NearestGroups([["could you please tell me about mail"], ["could you please tell me about files"], ["could you please tell me about calendars, could you please"]]);

        Assert.Equal(1, Nearest(polite, "could you please tell me, could you please, about files"));
    }

    [Fact]
    public void Endings_of_Japanese_decide_nothing()
    {
        var polite = new NearestGroups([["メール、できますか"], ["ファイル、していただけないでしょうか"]]);

        Assert.Equal(0, Nearest(polite, "メール、していただけないでしょうか"));
        Assert.All(polite.Shares("していただけないでしょうか"), share => Assert.Equal(0, share));
    }

    [Fact]
    public void Without_groups_or_texts_there_is_nothing_near()
    {
        Assert.Empty(new NearestGroups([]).Shares("mail"));
        Assert.Equal([0f], new NearestGroups([[]]).Shares("mail"));
        Assert.Equal([0f], new NearestGroups([["", "?!"]]).Shares("mail"));
    }

    [Fact]
    public async Task Many_may_ask_at_once()
    {
        var groups = new NearestGroups([.. Enumerable.Range(0, 200).Select(n => (IReadOnlyList<string>)[$"title{n} of all"])]);

        var found = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => Task.Run(() => Nearest(groups, $"title{n}"), TestContext.Current.CancellationToken)));

        Assert.Equal(Enumerable.Range(0, 200), found);
    }

    private static int Nearest(NearestGroups groups, string question)
    {
        var shares = groups.Shares(question);
        return Array.IndexOf(shares, shares.Max());
    }
}
