using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Tests.Bot;
using Microsoft.Extensions.DependencyInjection;

namespace FastTrackBot.Tests.Platform.BotFramework.Turns;

/// <summary>What a turn promises whatever happens around it, in the whole bot.</summary>
public sealed class TurnTests
{
    private static readonly Person Megan = People.Member;

    [Fact]
    public async Task A_message_that_is_delivered_twice_has_one_reply_and_one_effect()
    {
        await using var bot = await BotHost.StartAsync(Notebook.Configure);
        var message = Notebook.Press(Megan, "one");

        Assert.Equal(200, (await bot.PostAsync(message)).Status);
        Assert.Equal(200, (await bot.PostAsync(message)).Status);

        Assert.Equal(["one"], await Notebook.LinesAsync(bot));
        Assert.Single(bot.Channel.Sent);
    }

    [Fact]
    public async Task What_a_turn_queues_is_queued_once_and_what_a_failed_one_queues_is_not()
    {
        var notes = new DoneNotes();
        await using var bot = await BotHost.StartAsync(bot =>
        {
            Notebook.Configure(bot);
            bot.AlsoAdd += services => services.AddSingleton<WorkKind>(notes);
        });
        var message = Notebook.Press(Megan, "one", "queue");

        await bot.PostAsync(message);
        Assert.Equal("one", await notes.NextAsync());
        await bot.PostAsync(message);
        await bot.PostAsync(Notebook.Press(Megan, "two", "queue-fail"));
        await bot.PostAsync(Notebook.Press(Megan, "three", "queue"));

        Assert.Equal("three", await notes.NextAsync());
    }

    [Fact]
    public async Task A_message_is_known_again_after_a_restart()
    {
        await using var bot = await BotHost.StartAsync(Notebook.Configure);
        var message = Notebook.Press(Megan, "one");
        await bot.PostAsync(message);

        await bot.RestartAsync();
        await bot.PostAsync(message);

        Assert.Equal(["one"], await Notebook.LinesAsync(bot));
        Assert.Single(bot.Channel.Sent);
    }

    [Fact]
    public async Task An_invoke_that_is_delivered_twice_gets_the_same_answer_and_goes_on_once()
    {
        await using var bot = await BotHost.StartAsync();
        var press = await PressNextAsync(bot);

        var first = await bot.PostAsync(press);
        var second = await bot.PostAsync(press);

        Assert.Contains("Step 2 of 5", first.Body, StringComparison.Ordinal);
        Assert.Equal(first, second);
        await bot.As(Megan).Presses("Help");
    }

    [Fact]
    public async Task Concurrent_deliveries_of_one_message_have_one_reply_and_one_effect()
    {
        await using var bot = await BotHost.StartAsync(Notebook.Configure);
        var message = Notebook.Press(Megan, "one");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bot.PostAsync(message.DeepClone())));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(["one"], await Notebook.LinesAsync(bot));
        Assert.Single(bot.Channel.Sent);
    }

    [Fact]
    public async Task Concurrent_deliveries_of_one_invoke_get_one_answer()
    {
        await using var bot = await BotHost.StartAsync();
        var press = await PressNextAsync(bot);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bot.PostAsync(press.DeepClone())));

        Assert.Contains("Step 2 of 5", Assert.Single(answers.Distinct()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_turns_at_once_lose_nothing()
    {
        await using var bot = await BotHost.StartAsync(Notebook.Configure);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => bot.PostAsync(Notebook.Press(Megan, $"{number:D2}"))));

        var lines = await Notebook.LinesAsync(bot);
        Assert.Equal(Enumerable.Range(0, 50).Select(number => $"{number:D2}"), lines.Order());
        Assert.Equal(lines.Select(line => $"Noted: {line}"), bot.Channel.Sent.Select(call => call.Activity["text"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Turns_of_one_conversation_run_in_the_order_of_their_arrival()
    {
        await using var bot = await BotHost.StartAsync(Notebook.Configure);
        var runner = bot.Services.GetRequiredService<TurnRunner>();
        var activities = Enumerable.Range(0, 50).Select(number => JsonSerializer.Deserialize(Notebook.Press(Megan, $"{number:D2}"), ActivityJson.Default.Activity)!).ToList();
        bot.Channel.Hangs();

        // The first one is on its way until the channel answers; the others arrive meanwhile.
        var first = runner.RunAsync(activities[0], "1", CancellationToken.None);
        await bot.Channel.UntilAsync(channel => channel.Calls.Count == 1);
        bot.Channel.Recovers();
        var others = activities.Skip(1).Select(activity => runner.RunAsync(activity, "1", CancellationToken.None)).ToList();
        Assert.Single(await Notebook.LinesAsync(bot));
        bot.Clock.Advance(TimeSpan.FromSeconds(10));
        await Task.WhenAll(others.Prepend(first));

        Assert.Equal(Enumerable.Range(0, 50).Select(number => $"{number:D2}"), await Notebook.LinesAsync(bot));
        Assert.Equal(Enumerable.Range(1, 49).Select(number => $"Noted: {number:D2}"), bot.Channel.Sent.Select(call => call.Activity["text"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Turns_of_many_conversations_on_one_document_lose_nothing()
    {
        await using var bot = await BotHost.StartAsync(Notebook.Configure);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            bot.PostAsync(Notebook.Press(new Person($"person-{number}", $"29:1-p{number}", "Somebody"), $"{number}"))));

        // Whoever lost every race is told to come again; nobody is told "done" who was not.
        Assert.Equal(answers.Count(answer => answer.Status == 200), (await Notebook.LinesAsync(bot)).Count);
        Assert.All(answers, answer => Assert.True(answer.Status is 200 or 503));
        Assert.Contains(answers, answer => answer.Status == 200);
    }

    [Fact]
    public async Task A_turn_that_comes_second_runs_again_on_what_the_first_one_left()
    {
        await using var bot = await BotHost.StartAsync(Notebook.Configure);
        var store = StoreOf(bot);
        store.BeforeCommit = async inner =>
        {
            store.BeforeCommit = null;
            await Notebook.WriteAsync(inner, "theirs");
        };

        await bot.PostAsync(Notebook.Press(Megan, "mine"));

        Assert.Equal(["theirs", "mine"], await Notebook.LinesAsync(bot));
        Assert.Single(bot.Channel.Sent);
    }

    [Fact]
    public async Task A_turn_that_always_comes_second_is_given_back_to_the_channel_and_works_later()
    {
        await using var bot = await BotHost.StartAsync(Notebook.Configure);
        StoreOf(bot).BeforeCommit = inner => Notebook.WriteAsync(inner, "theirs");
        var message = Notebook.Press(Megan, "mine");

        Assert.Equal(503, (await bot.PostAsync(message)).Status);
        Assert.Empty(bot.Channel.Calls);

        StoreOf(bot).BeforeCommit = null;
        Assert.Equal(200, (await bot.PostAsync(message)).Status);
        Assert.Equal("mine", (await Notebook.LinesAsync(bot))[^1]);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task What_the_channel_does_not_take_waits_and_is_sent_exactly_once_later(int status)
    {
        await using var bot = await BotHost.StartAsync(Notebook.Configure);
        bot.Channel.Fails(status);

        Assert.Equal(200, (await bot.PostAsync(Notebook.Press(Megan, "one"))).Status);
        Assert.Empty(bot.Channel.Sent);
        bot.Channel.Recovers();
        // Found for the first time it may still be on its way; found again it is not.
        List<int> rounds = [];
        for (var round = 0; round < 4; round++)
            rounds.Add(await bot.SendPendingAsync());
        Assert.Equal([0, 1, 0, 0], rounds);

        Assert.Equal("Noted: one", Assert.Single(bot.Channel.Sent).Activity["text"]!.GetValue<string>());
        Assert.Equal(["one"], await Notebook.LinesAsync(bot));
    }

    [Fact]
    public async Task What_waits_is_sent_by_itself_within_a_minute()
    {
        await using var bot = await BotHost.StartAsync(Notebook.Configure);
        bot.Channel.Fails(503);
        await bot.PostAsync(Notebook.Press(Megan, "one"));
        bot.Channel.Recovers();
        await bot.SendPendingAsync();

        bot.Clock.Advance(PendingMessages.Interval);

        await bot.Channel.UntilAsync(channel => channel.Sent.Count == 1);
    }

    [Fact]
    public async Task A_channel_that_never_answers_is_given_up_after_its_time_and_the_reply_waits()
    {
        await using var bot = await BotHost.StartAsync(Notebook.Configure);
        bot.Channel.Hangs();

        var post = bot.PostAsync(Notebook.Press(Megan, "one"));
        await bot.Channel.UntilAsync(channel => channel.Calls.Count == 1);
        bot.Channel.Recovers();
        bot.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(200, (await post).Status);
        await bot.SendPendingAsync();
        await bot.SendPendingAsync();
        Assert.Single(bot.Channel.Sent);
    }

    [Theory]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(404, "ConversationNotFound")]
    [InlineData(400, "BadArgument")]
    public async Task What_the_channel_refuses_is_given_up(int status, string code)
    {
        await using var bot = await BotHost.StartAsync(Notebook.Configure);
        bot.Channel.Fails(status, code);

        Assert.Equal(200, (await bot.PostAsync(Notebook.Press(Megan, "one"))).Status);
        bot.Channel.Recovers();
        await bot.SendPendingAsync();
        await bot.SendPendingAsync();

        Assert.Empty(bot.Channel.Sent);
        Assert.Contains(bot.Log.Lines, line => line.Id == 1010 && line.Text.Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_delivery_sends_what_the_first_one_could_not()
    {
        await using var bot = await BotHost.StartAsync(Notebook.Configure);
        var message = Notebook.Press(Megan, "one");
        bot.Channel.Fails(503, times: 1);

        await bot.PostAsync(message);
        Assert.Empty(bot.Channel.Sent);
        await bot.PostAsync(message);

        Assert.Single(bot.Channel.Sent);
        await bot.SendPendingAsync();
        Assert.Equal(0, await bot.SendPendingAsync());
        Assert.Equal(["one"], await Notebook.LinesAsync(bot));
    }

    [Fact]
    public async Task What_waits_is_sent_after_a_restart_without_waiting_again()
    {
        await using var bot = await BotHost.StartAsync(Notebook.Configure);
        bot.Channel.Fails(503);
        await bot.PostAsync(Notebook.Press(Megan, "one"));
        bot.Channel.Recovers();

        await bot.RestartAsync();

        await bot.Channel.UntilAsync(channel => channel.Sent.Count == 1);
    }

    [Fact]
    public async Task A_crash_between_the_commit_and_the_reply_loses_neither()
    {
        await using var bot = await BotHost.StartAsync(Notebook.Configure);
        bot.Channel.Hangs();
        _ = bot.PostAsync(Notebook.Press(Megan, "one")).ContinueWith(post => post.Exception, TaskScheduler.Default);
        await bot.Channel.UntilAsync(channel => channel.Calls.Count == 1);

        bot.Channel.Recovers();
        await bot.CrashAsync();

        await bot.Channel.UntilAsync(channel => channel.Sent.Count == 1);
        Assert.Equal("Noted: one", bot.Channel.Sent[0].Activity["text"]!.GetValue<string>());
        Assert.Equal(["one"], await Notebook.LinesAsync(bot));
        await bot.SendPendingAsync();
        Assert.Equal(0, await bot.SendPendingAsync());
        Assert.Single(bot.Channel.Sent);
    }

    [Fact]
    public async Task A_crash_in_the_middle_of_a_dialog_leaves_it_where_it_was()
    {
        await using var bot = await BotHost.StartAsync();
        await bot.As(Megan).Says("eligibility").Says("320").Sees("Step 2 of 5");

        await bot.CrashAsync();

        await bot.As(Megan).Presses("Next").Sees("Step 3 of 5").Presses("Back").Presses("Back").SeesFilledIn("seats", "320");
    }

    [Fact]
    public async Task After_a_card_that_was_deleted_comes_a_fresh_one_and_no_word_about_the_old()
    {
        await using var bot = await BotHost.StartAsync();
        var megan = await bot.As(Megan).Says("eligibility");
        var old = megan.Card.MessageId;
        bot.Channel.Forgets(old);

        await megan.Says("320").Sees("Step 2 of 5");

        Assert.Contains(bot.Channel.Calls, call => call is { Method: "PUT", Status: 404 } && call.Id == old);
        Assert.Equal(2, bot.Channel.Sent.Count);
        await bot.SendPendingAsync();
        Assert.Equal(0, await bot.SendPendingAsync());
    }

    [Fact]
    public async Task A_turn_that_fails_apologises_with_a_reference_and_changes_nothing()
    {
        await using var bot = await BotHost.StartAsync(Notebook.Configure);
        var megan = bot.As(Megan);

        await megan.Posts(Notebook.Press(Megan, "one", then: "fail")).Sees("Something went wrong on my side, and nothing was changed.").SeesNot("Noted", "pen broke");

        Assert.Equal(200, megan.Answer.Status);
        Assert.Empty(await Notebook.LinesAsync(bot));
        var reference = megan.Screen.Split("reference: ")[1];
        Assert.Contains(bot.Log.Lines, line => line.Id == 1004 && line.Text.Contains(reference, StringComparison.Ordinal));
        await megan.Posts(Notebook.Press(Megan, "two")).Sees("Noted: two");
    }

    [Fact]
    public async Task A_card_action_that_fails_gets_an_error_with_a_reference()
    {
        await using var bot = await BotHost.StartAsync(Notebook.Configure);
        var megan = await bot.As(Megan).Posts(Notebook.Press(Megan, "one", then: "dialog"));

        await megan.Forges("dialog", new JsonObject { ["instance"] = "1", ["step"] = "only" }).Sees("Something went wrong on my side").SeesNot("pen broke");

        Assert.Equal((200, 500, "application/vnd.microsoft.error"),
            (megan.Answer.Status, megan.Answer.Json["statusCode"]!.GetValue<int>(), megan.Answer.Json["type"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_store_that_fails_gives_a_message_back_to_the_channel()
    {
        await using var bot = await BotHost.StartAsync(Notebook.Configure);
        StoreOf(bot).IsBroken = true;
        var message = Notebook.Press(Megan, "one");

        Assert.Equal(new BotAnswer(503, ""), await bot.PostAsync(message));
        Assert.Empty(bot.Channel.Calls);

        StoreOf(bot).IsBroken = false;
        Assert.Equal(200, (await bot.PostAsync(message)).Status);
        Assert.Equal(["one"], await Notebook.LinesAsync(bot));
    }

    [Theory]
    [InlineData("en-US", "I could not save this just now, and nothing was changed.")]
    [InlineData("zh-CN", "暂时无法保存，没有更改任何内容。")]
    public async Task A_store_that_fails_tells_whoever_pressed_in_their_language(string locale, string words)
    {
        await using var bot = await BotHost.StartAsync(Notebook.Configure);
        var megan = await bot.As(Megan).In(locale).Says("eligibility");
        StoreOf(bot).IsBroken = true;

        await megan.Forges("dialog", megan.Card.Button(megan.Card.Buttons[0])["data"]!.DeepClone()).Sees(words);
        Assert.Equal((200, 503), (megan.Answer.Status, megan.Answer.Json["statusCode"]!.GetValue<int>()));

        StoreOf(bot).IsBroken = false;
        await megan.Says("320").Sees("2");
    }

    [Fact]
    public async Task Who_expects_the_replies_in_the_answer_gets_them_there_and_nowhere_else()
    {
        await using var bot = await BotHost.StartAsync();
        var message = Wire.Message(Megan, Place.PersonalChatOf(Megan), "help");
        message["deliveryMode"] = "expectReplies";

        var first = await bot.PostAsync(message);
        var second = await bot.PostAsync(message);

        Assert.Contains("What I can do for you", Assert.Single(first.Json["activities"]!.AsArray())!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(first, second);
        Assert.Empty(bot.Channel.Calls);
    }

    [Fact]
    public async Task An_activity_without_an_id_is_answered_each_time()
    {
        await using var bot = await BotHost.StartAsync(Notebook.Configure);
        var message = Notebook.Press(Megan, "one");
        message.Remove("id");

        await bot.PostAsync(message);
        await bot.PostAsync(message);

        Assert.Equal(["one", "one"], await Notebook.LinesAsync(bot));
        Assert.Equal(2, bot.Channel.Sent.Count);
    }

    private static FaultyStore StoreOf(BotHost bot) => (FaultyStore)bot.Services.GetRequiredService<IStore>();

    private static async Task<JsonObject> PressNextAsync(BotHost bot)
    {
        var megan = await bot.As(Megan).Says("eligibility");
        var data = megan.Card.Submission(megan.Card.Button("Next"), [("seats", "320")]);
        return Wire.Execute(Megan, megan.Place, "dialog", data, megan.Card.MessageId);
    }

    private sealed class DoneNotes() : WorkKind("notes")
    {
        private readonly Channel<string> _done = Channel.CreateUnbounded<string>();

        public Task<string> NextAsync() => _done.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        public override Task<WorkResult> DoAsync(WorkClaim claim, DocumentSession documents, CancellationToken cancellationToken)
        {
            _done.Writer.TryWrite(claim.Key);
            return Task.FromResult(WorkResult.Done);
        }
    }
}
