using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.Tests.Platform.BotFramework.Turns;

public sealed class MentionTextTests
{
    [Theory]
    [InlineData("<at>Bot</at> help", "help")]
    [InlineData("help <at>Bot</at>", "help")]
    [InlineData("<at>Bot</at>\u00a0help", "help")]
    [InlineData("<at>Bot</at>&nbsp;help", "help")]
    [InlineData("<at>Bot</at> <at>Bot</at>", "")]
    [InlineData("<at>Ann</at> help", "<at>Ann</at> help")]
    [InlineData("", "")]
    public void The_mention_of_the_bot_is_taken_out(string text, string expected) =>
        Assert.Equal(expected, MentionText.Remove(Of(text, "28:bot", "<at>Bot</at>")));

    [Fact]
    public void A_mention_of_someone_else_with_the_bots_name_stays() =>
        Assert.Equal("<at>Bot</at> help", MentionText.Remove(Of("<at>Bot</at> help", "29:somebody", "<at>Bot</at>")));

    [Fact]
    public void A_mention_without_its_text_takes_nothing_out() => Assert.Equal("help", MentionText.Remove(Of("help", "28:bot", "")));

    private static Activity Of(string text, string mentioned, string mention) => new()
    {
        Type = ActivityTypes.Message,
        Text = text,
        Recipient = new ChannelAccount { Id = "28:bot" },
        Entities = [new Entity { Type = "mention", Text = mention, Mentioned = new ChannelAccount { Id = mentioned } }],
    };
}
