using System.Text.Json.Nodes;
using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Platform.BotFramework.Rates;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Streaming;
using FastTrackBot.Sandbox;
using FastTrackBot.Tests.Bot;
using Microsoft.Extensions.DependencyInjection;

namespace FastTrackBot.Tests.Platform.BotFramework.Streaming;

/// <summary>What becomes of a growing answer when Teams does not take all of it. The rules that it always keeps, the channel checks.</summary>
public sealed class StreamedAnswerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_keeps_its_pace_up_to_the_message_itself()
    {
        await using var bot = await BotHost.StartAsync();
        using var stream = Open(bot);

        await stream.BeginAsync("Reading", Ct);
        Assert.False(stream.IsDue);
        bot.Clock.Advance(StreamedAnswer.Pace);
        Assert.True(stream.IsDue);
        await stream.ShowAsync("One.", Ct);
        Assert.False(stream.IsDue);
        var sent = stream.SendAsync(Message("One. Two."), Ct);

        Assert.Equal(StreamedAnswer.Pace, await bot.Clock.UntilSomeoneWaitsAsync(wait => wait == StreamedAnswer.Pace));
        Assert.False(sent.IsCompleted);
        bot.Clock.Advance(StreamedAnswer.Pace);
        await sent;
        Assert.Equal(["informative 1 Reading", "streaming 2 One.", "final  One. Two."], Told(bot));
        Assert.Single(bot.Channel.MessagesIn(Chat));
    }

    [Fact]
    public async Task What_was_shown_cannot_change()
    {
        await using var bot = await BotHost.StartAsync();
        using var stream = await ShownAsync(bot, "One.");

        await Assert.ThrowsAsync<ArgumentException>(() => stream.ShowAsync("Two.", Ct));
        await stream.ShowAsync("One.", Ct);
        Assert.Equal(2, bot.Channel.Calls.Count);
    }

    [Fact]
    public async Task A_card_can_be_the_end_and_what_follows_is_a_message_of_its_own()
    {
        await using var bot = await BotHost.StartAsync();
        using var stream = Open(bot);
        await stream.BeginAsync("Reading", Ct);
        bot.Clock.Advance(StreamedAnswer.Pace);

        await stream.SendAsync(Message(null) with { Attachments = [Attachment.Of(new RawJson("{}"u8.ToArray()))] }, Ct);
        await stream.SendAsync(Message("More."), Ct);

        Assert.Equal(["", "More."], bot.Channel.MessagesIn(Chat).Select(message => message.Activity["text"]!.GetValue<string>()));
        Assert.Equal(3, bot.Channel.Calls.Count);
    }

    [Fact]
    public async Task In_a_chat_one_grows_at_a_time()
    {
        await using var bot = await BotHost.StartAsync();
        using var first = Open(bot);
        using var second = Open(bot);
        await first.BeginAsync("Reading", Ct);
        await second.BeginAsync("Reading", Ct);
        Assert.Equal((true, false), (first.Id is not null, second.Id is not null));
        await second.SendAsync(Message("Second."), Ct);
        bot.Clock.Advance(StreamedAnswer.Pace);
        await first.SendAsync(Message("First."), Ct);

        using var third = Open(bot);
        await third.BeginAsync("Reading", Ct);
        Assert.NotNull(third.Id);
    }

    [Theory]
    [InlineData(403, "ContentStreamNotAllowed")]
    [InlineData(405, "BadArgument")]
    [InlineData(429, "")]
    [InlineData(503, "")]
    public async Task Where_Teams_does_not_stream_only_the_message_comes(int status, string code)
    {
        await using var bot = await BotHost.StartAsync();
        bot.Channel.Fails(status, code, times: 1);
        using var stream = Open(bot);

        await stream.BeginAsync("Reading", Ct);
        Assert.False(stream.IsDue);
        await stream.ShowAsync("One.", Ct);
        await stream.SendAsync(Message("One. Two."), Ct);

        Assert.Equal(2, bot.Channel.Calls.Count);
        Assert.Null(TeamsStreams.InfoOf(bot.Channel.Calls[1].Activity));
    }

    [Theory]
    [InlineData(429, true)]
    [InlineData(503, true)]
    [InlineData(400, false)]
    public async Task An_update_that_fails_is_made_up_for_by_the_message(int status, bool goesOn)
    {
        await using var bot = await BotHost.StartAsync();
        using var stream = Open(bot);
        await stream.BeginAsync("Reading", Ct);
        bot.Clock.Advance(StreamedAnswer.Pace);
        bot.Channel.Fails(status, times: 1);

        await stream.ShowAsync("One.", Ct);
        bot.Clock.Advance(StreamedAnswer.Pace);
        Assert.Equal(goesOn, stream.IsDue);
        await stream.SendAsync(Message("One. Two."), Ct);

        Assert.Equal("One. Two.", Assert.Single(bot.Channel.MessagesIn(Chat)).Activity["text"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(503, "")]
    [InlineData(500, "")]
    [InlineData(400, "BadRequest")]
    public async Task Where_the_end_is_refused_or_has_no_answer_the_message_takes_the_streams_place(int status, string code)
    {
        await using var bot = await BotHost.StartAsync();
        using var stream = await ShownAsync(bot, "One.");
        bot.Clock.Advance(StreamedAnswer.Pace);
        bot.Channel.Fails(status, code, times: 1);

        await stream.SendAsync(Message("One. Two."), Ct);

        var (_, activity) = Assert.Single(bot.Channel.MessagesIn(Chat));
        Assert.Equal(("message", "One. Two."), (activity["type"]!.GetValue<string>(), activity["text"]!.GetValue<string>()));
        Assert.Null(TeamsStreams.InfoOf(activity));
    }

    [Fact]
    public async Task After_two_minutes_it_ends_as_an_update_and_where_the_message_is_gone_as_a_new_one()
    {
        await using var bot = await BotHost.StartAsync();
        using var stream = await ShownAsync(bot, "One.");
        bot.Clock.Advance(TimeSpan.FromMinutes(2));
        await stream.SendAsync(Message("One. Two."), Ct);
        Assert.Equal("PUT", bot.Channel.Calls[^1].Method);

        bot.Channel.Forgets(stream.Id!);
        using var again = bot.Services.GetRequiredService<StreamedAnswers>().Open(To, Message(null), stream.Id);
        bot.Clock.Advance(StreamedAnswer.Pace);
        await again.SendAsync(Message("Three."), Ct);
        Assert.Equal("Three.", Assert.Single(bot.Channel.MessagesIn(Chat)).Activity["text"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Once_it_is_stopped_nothing_is_sent_any_more(bool atTheEnd)
    {
        await using var bot = await BotHost.StartAsync();
        using var stream = await ShownAsync(bot, "One.");
        bot.Channel.Stops(stream.Id!);
        bot.Clock.Advance(StreamedAnswer.Pace);

        if (!atTheEnd) await stream.ShowAsync("One. Two.", Ct);
        await stream.SendAsync(Message("One. Two. Three."), Ct);
        await stream.SendAsync(Message("Four."), Ct);

        Assert.True(stream.IsStopped);
        Assert.Equal(3, bot.Channel.Calls.Count);
    }

    [Fact]
    public async Task Where_the_bot_was_removed_that_is_said()
    {
        await using var bot = await BotHost.StartAsync();
        using var stream = await ShownAsync(bot, "One.");
        bot.Clock.Advance(StreamedAnswer.Pace);
        bot.Channel.Fails(403, "BotNotInConversationRoster");

        Assert.True((await Assert.ThrowsAsync<ConnectorException>(() => stream.SendAsync(Message("One. Two."), Ct))).IsBlocked);
        Assert.Equal(3, bot.Channel.Calls.Count);
    }

    [Fact]
    public async Task All_that_it_sends_counts_against_the_limits()
    {
        await using var bot = await BotHost.StartAsync();
        using var stream = Open(bot, ConversationTypes.GroupChat);
        await stream.BeginAsync("Reading", Ct);
        for (var number = 0; number < 6; number++) await stream.SendAsync(Message("One."), Ct);

        // Seven a second are the limit of a conversation.
        var entered = bot.Services.GetRequiredService<RateGate>().EnterAsync(RateScope.Of(To), Ct);
        var wait = await bot.Clock.UntilSomeoneWaitsAsync(wait => wait > TimeSpan.FromSeconds(1) && wait < TimeSpan.FromSeconds(1.2)).WaitAsync(TimeSpan.FromSeconds(30), Ct);
        Assert.False(entered.IsCompleted);
        bot.Clock.Advance(wait);
        await entered;
    }

    private static readonly string Chat = Place.PersonalChatOf(People.Member).Id;

    private static ConversationReference To { get; } = new(
        Wire.ServiceUrl, Chat, ConversationTypes.Personal, SandboxPeople.TenantId, Wire.BotId, People.Member.ChannelId, People.Member.ObjectId, "en-US");

    private static Activity Message(string? text) => To.NewMessage() with { ChannelId = "msteams", Text = text };

    private static StreamedAnswer Open(BotHost bot, string type = ConversationTypes.Personal) =>
        bot.Services.GetRequiredService<StreamedAnswers>().Open(To with { ConversationType = type }, Message(null));

    private static async Task<StreamedAnswer> ShownAsync(BotHost bot, string text)
    {
        var stream = Open(bot);
        await stream.BeginAsync("Reading", Ct);
        bot.Clock.Advance(StreamedAnswer.Pace);
        await stream.ShowAsync(text, Ct);
        return stream;
    }

    private static IEnumerable<string> Told(BotHost bot) => bot.Channel.Calls.Select(call => (call.Activity, Info: TeamsStreams.InfoOf(call.Activity)!))
        .Select(call => $"{call.Info["streamType"]} {call.Info["streamSequence"]} {call.Activity["text"]}");
}
