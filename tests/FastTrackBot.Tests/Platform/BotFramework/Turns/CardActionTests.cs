using System.Text.Json;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.Tests.Platform.BotFramework.Turns;

public sealed class CardActionTests
{
    [Fact]
    public void The_verb_and_the_scalar_data_are_read_as_text()
    {
        var action = Read("""{"action":{"verb":"save","data":{"a":"x","b":true,"c":3.5,"d":null,"e":{"f":1},"g":[1]}}}""")!;

        Assert.Equal("save", action.Verb);
        Assert.Equal(("x", "true", "3.5"), (action["a"], action["b"], action["c"]));
        Assert.Equal(3, action.Data.Count);
        Assert.Null(action["d"]);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"save\"")]
    [InlineData("{}")]
    [InlineData("""{"action":null}""")]
    [InlineData("""{"action":{}}""")]
    [InlineData("""{"action":{"verb":null}}""")]
    [InlineData("""{"action":{"verb":"\ud800"}}""")]
    public void What_is_no_card_action_is_none(string json) => Assert.Null(Read(json));

    [Theory]
    [InlineData("""{"action":{"verb":"save"}}""")]
    [InlineData("""{"action":{"verb":"save","data":"text"}}""")]
    [InlineData("""{"action":{"verb":"save","data":{"a":"\udc00"}}}""")]
    public void Without_usable_data_there_is_an_action_without_data(string json) => Assert.Empty(Read(json)!.Data);

    private static CardAction? Read(string json) => CardAction.TryRead(JsonDocument.Parse(json).RootElement);
}
