using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Questions;
using FastTrackBot.FastTrack.Questions.Knowledge;

namespace FastTrackBot.Tests.FastTrack.Questions;

public sealed class AnswerRulesTests
{
    private static readonly KnownShare Known = new(1, 0.5, 0.2);

    [Fact]
    public void What_too_little_speaks_for_is_no_answer()
    {
        Assert.Null(AnswerRules.Choose([], false, Known));
        Assert.Null(AnswerRules.Choose([Found("a", 0.99, 0.4)], false, Known));
        Assert.NotNull(AnswerRules.Choose([Found("a", 1, 0.4)], false, Known));
    }

    [Fact]
    public void A_question_about_something_else_has_to_be_covered_by_half()
    {
        Assert.Null(AnswerRules.Choose([Found("a", 9, 0.49)], true, Known));
        Assert.NotNull(AnswerRules.Choose([Found("a", 9, 0.5)], true, Known));
    }

    [Fact]
    public void Further_passages_come_along_when_enough_speaks_for_them()
    {
        var answer = AnswerRules.Choose([Found("a", 10, 1), Found("b", 2, 1), Found("c", 1.9, 1)], false, Known)!;

        Assert.Equal("a", answer.Best.Id);
        Assert.Equal("b", Assert.Single(answer.Others).Id);
    }

    [Theory]
    [InlineData("How many licences do we need", true)]
    [InlineData("licences?", true)]
    [InlineData("licences？", true)]
    [InlineData("需要多少许可证", true)]
    [InlineData("ライセンスは必要ですか", true)]
    [InlineData("¿Cuánto cuesta FastTrack?", true)]
    [InlineData("kickoff was held", false)]
    [InlineData("320", false)]
    [InlineData("?", false)]
    [InlineData("", false)]
    public void A_question_is_known_by_its_looks(string text, bool question) => Assert.Equal(question, QuestionShape.IsQuestion(text));

    [Theory]
    [InlineData("can be both", false)]
    [InlineData("Contoso?", false)]
    [InlineData("what does FastTrack cost us?", true)]
    public void In_a_dialog_it_takes_more(string text, bool question) => Assert.Equal(question, QuestionShape.IsSurelyQuestion(text));

    private static FoundPassage Found(string id, double strength, double coverage) =>
        new(new Passage(id, "en", id, id, "", [Sources.Find("own-default")!]), strength, coverage);
}
