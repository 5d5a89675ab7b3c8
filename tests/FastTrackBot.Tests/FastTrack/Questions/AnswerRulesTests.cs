using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Questions;
using FastTrackBot.FastTrack.Questions.Knowledge;

namespace FastTrackBot.Tests.FastTrack.Questions;

public sealed class AnswerRulesTests
{
    private static readonly KnownShare Known = new(0.3, 0.8, 0.5);

    [Fact]
    public void What_too_little_speaks_for_is_no_answer()
    {
        Assert.Null(AnswerRules.Choose([], Known));
        Assert.Null(AnswerRules.Choose([Found("a", 0.9, 0.29)], Known));
        Assert.NotNull(AnswerRules.Choose([Found("a", 0.4, 0.3)], Known));
    }

    [Fact]
    public void Further_passages_come_along_when_enough_speaks_for_them()
    {
        var answer = AnswerRules.Choose([Found("a", 0.8, 0.8), Found("b", 0.4, 0.4), Found("c", 0.39, 0.39)], Known)!;

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

    private static FoundPassage Found(string id, double strength, double certainty) =>
        new(new Passage(id, "en", id, id, "", [Sources.Find("own-default")!]), strength, certainty);
}
