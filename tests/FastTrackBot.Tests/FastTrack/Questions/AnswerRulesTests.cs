using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Questions;
using FastTrackBot.FastTrack.Questions.Knowledge;

namespace FastTrackBot.Tests.FastTrack.Questions;

public sealed class AnswerRulesTests
{
    private static readonly KnownShare Known = new(0.5, 0.3, 0.6);

    [Fact]
    public void What_covers_too_little_of_the_question_is_no_answer()
    {
        Assert.Null(AnswerRules.Choose([], Known));
        Assert.Null(AnswerRules.Choose([Found("a", 0.49)], Known));
        Assert.NotNull(AnswerRules.Choose([Found("a", 0.5)], Known));
        Assert.NotNull(AnswerRules.Choose([Found("a", 0.3, "zh-Hans")], Known));
    }

    [Fact]
    public void Further_passages_come_along_when_they_cover_nearly_as_much()
    {
        var answer = AnswerRules.Choose([Found("a", 1), Found("b", 0.6), Found("c", 0.59), Found("d", 0.9), Found("e", 0.9)], Known)!;

        Assert.Equal("a", answer.Best.Id);
        Assert.Equal(["b", "d"], answer.Others.Select(other => other.Id));
    }

    [Theory]
    [InlineData("How many licences do we need", true)]
    [InlineData("licences?", true)]
    [InlineData("licences？", true)]
    [InlineData("需要多少许可证", true)]
    [InlineData("ライセンスは必要ですか", true)]
    [InlineData("¿Cuánto cuesta FastTrack?", true)]
    [InlineData("the kickoff was held", false)]
    [InlineData("320", false)]
    [InlineData("?", false)]
    [InlineData("", false)]
    public void A_question_is_known_by_its_looks(string text, bool question) => Assert.Equal(question, QuestionShape.IsQuestion(text));

    [Theory]
    [InlineData("can be both", false)]
    [InlineData("Contoso?", false)]
    [InlineData("what does FastTrack cost us?", true)]
    public void In_a_dialog_it_takes_more(string text, bool question) => Assert.Equal(question, QuestionShape.IsSurelyQuestion(text));

    private static FoundPassage Found(string id, double coverage, string language = "en") =>
        new(new Passage(id, language, id, id, "", [Sources.Find("own-default")!]), coverage);
}
