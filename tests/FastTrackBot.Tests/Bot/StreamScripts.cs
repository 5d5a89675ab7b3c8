using System.Text.Json.Nodes;
using FastTrackBot.Platform.BotFramework.Streaming;
using FastTrackBot.Tests.Platform.Model;
using static FastTrackBot.Tests.Bot.ModelTalk;

namespace FastTrackBot.Tests.Bot;

/// <summary>Answers of a language model that grow in the chat: a sentence at a time, each when it is proven. What Teams demands of them, the channel checks.</summary>
public sealed class StreamScripts
{
    [Theory]
    [InlineData("en-US", Cost, "I am reading 6 texts that may answer this …")]
    [InlineData("zh-CN", "FastTrack 要多少钱？", "正在阅读 6 段可能相关的内容……")]
    public async Task An_answer_grows_by_what_is_proven_and_ends_as_a_message(string locale, string question, string doing)
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        model.Says("\fIt costs nothing [1]. It cures co\flds. Ask early [2]. A\fsk again [1]. And");
        var megan = bot.As(People.Member).In(locale);

        await megan.Says(question).SeesNothing();
        await model.NextAsync();
        Assert.Equal([("informative", 1, doing)], Updates(megan));
        await GrowsAsync(model, megan, 2);
        await GrowsAsync(model, megan, 3);
        model.GoesOn();
        var answer = await bot.UntilAnsweredAsync(megan);

        Assert.Equal(
            [
                ("informative", 1, doing), ("streaming", 2, "It costs nothing. [1]"), ("streaming", 3, "It costs nothing. [1] Ask early. [2]"),
                ("final", null, "It costs nothing. [1] Ask early. [2] Ask again. [1]"),
            ],
            Updates(megan));
        Assert.Single(Messages(megan));
        Assert.Equal([1, 2], LabelOf(answer)["citation"]!.AsArray().Select(citation => citation!["position"]!.GetValue<int>()));
        Assert.Equal("default", answer["channelData"]!["feedbackLoop"]!["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_comes_before_its_time_comes_with_the_next_update()
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        model.Says("\fIt costs nothing [1]. Ask early [2]. Ask again [1]. An\fd ask once more [1]. N\fow [2].");
        var megan = bot.As(People.Member);
        await megan.Says(Cost);
        await model.NextAsync();

        await GrowsAsync(model, megan, 2);
        await GrowsAsync(model, megan, 3);
        model.GoesOn();
        await bot.UntilAnsweredAsync(megan);

        Assert.Equal(["informative", "streaming", "streaming", "final"], Updates(megan).Select(update => update.Type));
        Assert.Equal("It costs nothing. [1] Ask early. [2] Ask again. [1] And ask once more. [1] Now. [2]", Updates(megan)[^1].Text);
    }

    [Fact]
    public async Task Whoever_presses_Stop_stops_the_model_and_is_sent_no_more()
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        model.Says("\fIt costs nothing [1]. A\fsk early [2]. And\f so on [1].");
        var megan = bot.As(People.Member);
        await megan.Says(Cost);
        await model.NextAsync();
        await GrowsAsync(model, megan, 2);

        bot.Channel.Stops(StreamOf(megan));
        await GrowsAsync(model, megan, 3);
        await model.UntilLeftAsync();
        await bot.SettleAsync();

        Assert.Empty(Messages(megan));
        Assert.Single(model.Requests);
        Assert.Contains(bot.Log.Lines, line => line.Id == 6714);
        Assert.DoesNotContain(bot.Log.Lines, line => line.Id == 6710);
        await bot.As(People.Admin).Says("health").SeesNot("No answer at");

        model.Says("It costs nothing [1].");
        Assert.Equal("It costs nothing. [1]", TextOf(await megan.AsksAsync(Cost)));
    }

    [Fact]
    public async Task Whoever_presses_Stop_before_the_end_keeps_what_was_shown()
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        model.Says("\fIt costs nothing [1]. A\fsk early [2].");
        var megan = bot.As(People.Member);
        await megan.Says(Cost);
        await model.NextAsync();
        await GrowsAsync(model, megan, 2);

        bot.Channel.Stops(StreamOf(megan));
        bot.Clock.Advance(StreamedAnswer.Pace);
        model.GoesOn();
        await bot.Channel.UntilAsync(_ => Updates(megan).Count == 3);
        await bot.SettleAsync();

        Assert.Empty(Messages(megan));
    }

    [Theory]
    [InlineData(null, "Broken")]
    [InlineData("content_filter", "Filtered")]
    [InlineData("never", "TimedOut")]
    public async Task An_answer_that_breaks_off_keeps_what_is_proven_and_the_texts_follow(string? finish, string failure)
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        model.Says(new StubReply("\fIt costs nothing [1]. A\fnd it cures" + (finish == "never" ? "\f" : "")) { FinishReason = finish });
        var megan = bot.As(People.Member);
        await megan.Says(Cost);
        await model.NextAsync();
        await GrowsAsync(model, megan, 2);
        model.GoesOn();
        if (finish == "never") bot.Clock.Advance(TimeSpan.FromSeconds(8));

        var end = await bot.UntilAnsweredAsync(megan);
        Assert.Equal("It costs nothing. [1]\n\nThe answer broke off here. What my texts say follows.", TextOf(end));
        Assert.Single(LabelOf(end)["citation"]!.AsArray());
        Assert.Contains(CostFromTexts, CardOf(await bot.UntilAnsweredAsync(megan, 1)), StringComparison.Ordinal);
        await bot.SettleAsync();
        Assert.Equal(2, Messages(megan).Count);
        Assert.Contains(failure, Assert.Single(bot.Log.Lines, line => line.Id == 6710).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_was_shown_yet_the_answer_from_the_texts_ends_the_stream()
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        model.Says("It costs nothing. Everybody knows that.");
        var megan = bot.As(People.Member);

        var answer = await megan.AsksAsync(Cost);

        Assert.Contains(CostFromTexts, CardOf(answer), StringComparison.Ordinal);
        Assert.Equal(["informative", "final"], Updates(megan).Select(update => update.Type));
        Assert.Single(bot.Channel.MessagesIn(megan.Place.Id));
    }

    [Fact]
    public async Task After_a_crash_half_way_the_answer_from_the_texts_takes_the_place_of_what_was_begun()
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        model.Says("\fIt costs nothing [1]. A\fsk early [2].");
        var megan = bot.As(People.Member);
        await megan.Says(Cost);
        await model.NextAsync();
        await GrowsAsync(model, megan, 2);

        await bot.CrashAsync();
        var answer = await bot.UntilAnsweredAsync(megan);
        await bot.SettleAsync();

        // Teams does not let the end of a stream differ from what was shown, but an update may.
        Assert.Contains(CostFromTexts, CardOf(answer), StringComparison.Ordinal);
        Assert.Single(bot.Channel.MessagesIn(megan.Place.Id));
        Assert.Single(bot.Channel.Updated, call => call.Method == "PUT");
        Assert.Single(model.Requests);
    }

    [Fact]
    public async Task A_second_question_meanwhile_is_answered_in_one_message()
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        model.Says(new StubReply("\fIt costs nothing [1]."), new StubReply("Ask early [1]."));
        var megan = bot.As(People.Member);
        await megan.Says(Cost);
        await model.NextAsync();

        Assert.Equal("Ask early. [1]", TextOf(await megan.AsksAsync("when should we ask for fasttrack?")));
        Assert.Equal(["informative"], Updates(megan).Select(update => update.Type));
        model.GoesOn();
        await bot.UntilAnsweredAsync(megan, 1);
        Assert.Equal(["It costs nothing. [1]", "Ask early. [1]"], Messages(megan).Select(TextOf));
    }

    [Fact]
    public async Task What_a_model_says_before_it_calls_stays_and_is_not_said_twice()
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        model.Says(
            StubReply.Calling(("engagements", "{}")) with { Text = "\fIt costs nothing [1]. I look\f it up." },
            new StubReply("It costs nothing [1]. Ask early [2]."));
        var megan = bot.As(People.Member);
        await megan.Says(Cost);
        await model.NextAsync();
        await GrowsAsync(model, megan, 2);
        model.GoesOn();

        Assert.Equal("It costs nothing. [1]\n\nAsk early. [2]", TextOf(await bot.UntilAnsweredAsync(megan)));
        Assert.Contains("I look it up.", model.Requests[1].Raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_nothing_grows()
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        model.Says("It costs nothing [1]. Ask early [2].");
        var group = bot.As(People.Member, Place.Group);

        var answer = await group.AsksAsync(Cost);

        Assert.Equal("It costs nothing. [1] Ask early. [2]", TextOf(answer));
        Assert.Empty(Updates(group));
        Assert.Equal(["typing", "message"], bot.Channel.MessagesIn(group.Place.Id).Select(message => message.Activity["type"]!.GetValue<string>()));
    }

    /// <summary>
    /// The model says the next part when it is time for an update, and the update comes. The pace counts from Teams' answer, so the clock
    /// must not move before the bot has it: the channel knows of an update a moment earlier.
    /// </summary>
    private static async Task GrowsAsync(ModelStub model, Chat chat, int updates)
    {
        chat.Bot.Clock.Advance(StreamedAnswer.Pace);
        model.GoesOn();
        await chat.Bot.Log.UntilAsync(lines => lines.Count(line => line.Id == 1018) >= updates);
        Assert.Equal(updates, Updates(chat).Count);
    }

    private static string StreamOf(Chat chat) => chat.Bot.Channel.Calls.First(call => TeamsStreams.InfoOf(call.Activity) is not null).Id;
}
