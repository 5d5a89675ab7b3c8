using FastTrackBot.Platform.BotFramework.Dialogs;

namespace FastTrackBot.Tests.Platform.BotFramework.Dialogs;

public sealed class AnswerTests
{
    [Fact]
    public void A_field_is_trimmed_and_a_missing_one_is_empty()
    {
        var answer = Of("a", "  x ");

        Assert.Equal("x", answer["a"]);
        Assert.Equal("", answer["b"]);
    }

    [Fact]
    public void A_field_is_cut_at_its_limit() => Assert.Equal(Answer.MaximumLength, Of("a", new string('x', 100_000))["a"].Length);

    [Fact]
    public void Several_are_separated_by_commas() => Assert.Equal(["x", "y"], Of("a", "x, ,y,").Several("a"));

    [Fact]
    public void None_is_no_answer_at_all() => Assert.Empty(Of("a", " ").Several("a"));

    private static Answer Of(string field, string value) => new(new Dictionary<string, string> { [field] = value });
}
