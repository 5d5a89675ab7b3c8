using FastTrackBot.FastTrack.Questions.Model;

namespace FastTrackBot.Tests.FastTrack.Questions.Model;

public sealed class CitationRulesTests
{
    private static readonly HashSet<int> Offered = [1, 2, 3];
    private static readonly HashSet<string> Domains = ["microsoft.com"];

    [Theory]
    [InlineData("It is free [1].", "It is free.|1")]
    [InlineData("It is free. [1] Ask early [2][3]!", "It is free.|1 / Ask early!|2,3")]
    [InlineData("It is free [1, 2]. Nobody knows. Ask [3].", "It is free.|1,2 / Nobody knows.| / Ask.|3")]
    [InlineData("It is free [1] and it cures colds.", "It is free|1 / and it cures colds.|")]
    [InlineData("From 150.5 licences, e.g. of E3, it is free [1].", "From 150.5 licences, e.g. of E3, it is free.|1")]
    [InlineData("In the U.S. Government cloud z. B. it is there [1].", "In the U.S. Government cloud z. B. it is there.|1")]
    [InlineData("Es ist kostenlos [1]. Wirklich?", "Es ist kostenlos.|1 / Wirklich?|")]
    [InlineData("它是免费的。[1]请尽早提出。【2】没有标记。", "它是免费的。|1 / 请尽早提出。|2 / 没有标记。|")]
    [InlineData("無料です［1］。本当？", "無料です。|1 / 本当？|")]
    [InlineData("ไม่มีค่าใช้จ่าย [1] ขอได้เลย", "ไม่มีค่าใช้จ่าย|1 / ขอได้เลย|")]
    [InlineData("- **Free** [1]\n2. `Early` [2]\n# Title", "Free|1 / Early|2 / Title|")]
    [InlineData("NONE", "NONE|")]
    [InlineData("", "")]
    [InlineData("[1]", "|1")]
    public void A_sentence_ends_with_its_marks(string answer, string expected) => Assert.Equal(
        expected, string.Join(" / ", CitationRules.Sentences(answer).Select(sentence => $"{sentence.Text}|{string.Join(',', sentence.Marks)}")));

    [Theory]
    [InlineData("It is free [1].", true)]
    [InlineData("Read learn.microsoft.com [1].", true)]
    [InlineData("It is free.", false)]
    [InlineData("It is free [4].", false)]
    [InlineData("It is free [1][4].", false)]
    [InlineData("It is free [0].", false)]
    [InlineData("It is free [999].", false)]
    [InlineData("[1]", false)]
    [InlineData("!!! [1]", false)]
    [InlineData("Go to https://learn.microsoft.com/x [1].", false)]
    [InlineData("Go to evil.example [1].", false)]
    [InlineData("Go to microsoft.com.evil.example [1].", false)]
    [InlineData("Go to WWW.microsoft.com [1].", false)]
    [InlineData("Press [here](evil) [1].", false)]
    [InlineData("Write to mailto:a@microsoft.com [1].", false)]
    [InlineData("<a href=x>Press</a> [1].", false)]
    [InlineData("打开 evil.example 吧 [1]。", false)]
    [InlineData("Откройте пример.рф [1].", false)]
    public void Only_what_is_proven_and_leads_nowhere_else_is_shown(string answer, bool shown) =>
        Assert.Equal(shown, Assert.Single(CitationRules.Sentences(answer)) is var sentence && CitationRules.IsProven(sentence, Offered, Domains));

    [Theory]
    [InlineData("It is free [1]. Ask", "It is free.")]
    [InlineData("It is free. Ask [2] n", "It is free. / Ask")]
    [InlineData("It is free [1]. ", "")]
    [InlineData("It is free [1] [", "")]
    [InlineData("It is free [1] (", "")]
    [InlineData("It is free [1", "")]
    [InlineData("- It is free [1]\n", "It is free")]
    [InlineData("它是免费的。[1]请", "它是免费的。")]
    [InlineData("它是免费的。[1]", "")]
    [InlineData("", "")]
    public void Of_a_text_that_is_still_being_written_only_what_is_over_counts(string begun, string expected) =>
        Assert.Equal(expected, string.Join(" / ", CitationRules.Finished(begun).Select(sentence => sentence.Text)));

    /// <summary>What was shown cannot be taken back, so nothing that follows may change it.</summary>
    [Fact]
    public void Whatever_follows_a_finished_sentence_stays_as_it_is()
    {
        string[] pieces = ["It", " is", " free", ".", "!", "。", "？", "[1]", "[2", "]", "[7]", "[1,3]", "【2】", "\n", "\r", "- ", "1. ", " ", "  ", "e.g.", "**", "*", "_", "`", "#", "(", ")", "”", "1.5", "U.S.", "...", "是", "\ud83d\ude00", "a.b"];
        var random = new Random(20260303);
        var finished = 0;
        for (var run = 0; run < 5_000; run++)
        {
            var answer = string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => pieces[random.Next(pieces.Length)]));
            var whole = CitationRules.Sentences(answer).Select(Told).ToList();
            for (var length = 0; length <= answer.Length; length++)
            {
                var begun = CitationRules.Finished(answer[..length]).Select(Told).ToList();
                Assert.True(whole.Take(begun.Count).SequenceEqual(begun), $"{answer[..length]} | {answer[length..]}");
                finished += begun.Count;
            }
        }

        Assert.InRange(finished, 10_000, int.MaxValue);
        static string Told(CitedSentence sentence) => $"{sentence.Line} {sentence.IsItem} {sentence.Text} {string.Join(',', sentence.Marks)}";
    }

    /// <summary>Random pieces: nothing throws, nothing is lost, and no proven sentence has a mark that was not offered.</summary>
    [Fact]
    public void Whatever_a_model_writes_is_taken_apart()
    {
        string[] pieces = ["It", " is", " free", ".", "!", "。", "[1]", "[2", "]", "[7]", "[1,3]", "【2】", "\n", "- ", "1. ", " ", "e.g.", "**", "`", "#", "(", ")", "”", "1.5", "[[", "[^1]", "\u0000", "\ud83d\ude00", "a.b", "://"];
        var random = new Random(20260302);
        for (var run = 0; run < 20_000; run++)
        {
            var answer = string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => pieces[random.Next(pieces.Length)]));
            var sentences = CitationRules.Sentences(answer);
            Assert.Equal(answer.Count(char.IsLetter), sentences.Sum(sentence => sentence.Text.Count(char.IsLetter)));
            Assert.All(sentences.Where(sentence => CitationRules.IsProven(sentence, Offered, Domains)), sentence => Assert.All(sentence.Marks, mark => Assert.Contains(mark, Offered)));
        }
    }
}
