using FastTrackBot.Platform.BotFramework.Dialogs;

namespace FastTrackBot.Tests.Platform.BotFramework.Dialogs;

public sealed class TypedAnswerTests
{
    private static readonly IReadOnlyList<Choice> Fruits = [new("apple", "Apple, red"), new("pear", "Pear"), new("peach", "Peach"), new("f2", "2")];

    [Theory]
    [InlineData("apple", "apple")]
    [InlineData("PEAR", "pear")]
    [InlineData("1", "apple")]
    [InlineData(" 3 ", "peach")]
    [InlineData("３", "peach")]
    [InlineData("2", "f2")]
    [InlineData("app", "apple")]
    [InlineData("pea", "pea")]
    [InlineData("0", "0")]
    [InlineData("5", "5")]
    [InlineData("-1", "-1")]
    [InlineData("99999999999999999999", "99999999999999999999")]
    [InlineData("a banana", "a banana")]
    public void A_choice_is_taken_by_name_number_or_a_beginning_that_only_one_has(string typed, string value) =>
        Assert.Equal(value, TypedAnswer.Read(Of(new Field("f", FieldKind.Choice, "") { Choices = Fruits }), typed)["f"]);

    [Theory]
    [InlineData("pear, 3", "pear,peach")]
    [InlineData("pear；peach、1", "pear,peach,apple")]
    [InlineData("pear, banana", "pear,banana")]
    [InlineData(" , ", "")]
    public void Several_choices_are_taken_one_by_one(string typed, string values) =>
        Assert.Equal(values, TypedAnswer.Read(Of(new Field("f", FieldKind.MultipleChoice, "") { Choices = Fruits }), typed)["f"]);

    [Theory]
    [InlineData("Ana; a@b.c; notes", "Ana|a@b.c|notes")]
    [InlineData("Ana\na@b.c\nnotes", "Ana|a@b.c|notes")]
    [InlineData("Ana；a@b.c；notes", "Ana|a@b.c|notes")]
    [InlineData("Ana; a@b.c; first; second\nthird", "Ana|a@b.c|first; second\nthird")]
    [InlineData("; new@b.c", "Old|new@b.c|old notes")]
    [InlineData("", "Old|old@b.c|old notes")]
    public void Fields_are_read_in_their_order_and_what_is_left_out_keeps_its_value(string typed, string values)
    {
        var answer = TypedAnswer.Read(
            Of(
                new Field("name", FieldKind.Text, "") { Value = "Old" },
                new Field("mail", FieldKind.Text, "") { Value = "old@b.c" },
                new Field("notes", FieldKind.LongText, "") { Value = "old notes" }),
            typed);

        Assert.Equal(values, $"{answer["name"]}|{answer["mail"]}|{answer["notes"]}");
    }

    [Fact]
    public void A_single_text_keeps_its_separators() =>
        Assert.Equal("a; b", TypedAnswer.Read(Of(new Field("f", FieldKind.Text, "")), " a; b ")["f"]);

    [Fact]
    public void Without_fields_there_is_nothing_to_read() => Assert.Empty(TypedAnswer.Read(Of(), "anything").Values);

    private static Prompt Of(params Field[] fields) => new() { Question = "?", Fields = fields };
}
