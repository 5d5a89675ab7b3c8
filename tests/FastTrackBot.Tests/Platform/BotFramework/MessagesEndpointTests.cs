using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FastTrackBot.Tests.Bot;

namespace FastTrackBot.Tests.Platform.BotFramework;

/// <summary>What strangers, broken clients and forged cards can send to the running bot.</summary>
public sealed class MessagesEndpointTests : IAsyncLifetime
{
    private static readonly Person Megan = People.Member;
    private static readonly Place Chat = Place.PersonalChatOf(Megan);
    private BotHost _bot = null!;

    public async ValueTask InitializeAsync() => _bot = await BotHost.StartAsync();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    public static TheoryData<string> NoActivities =>
    [
        "", " ", "{", "}", "null", "[]", "42", "true", "\"text\"", "{}", "{\"type\":", "nonsense", "{'type':'message'}",
        """{"type":"message"}""",
        """{"type":"","conversation":{"id":"c"},"from":{"id":"u"}}""",
        """{"type":"message","conversation":{"id":""},"from":{"id":"u"}}""",
        """{"type":"message","conversation":{},"from":{"id":"u"}}""",
        """{"type":"message","conversation":{"id":"c"}}""",
        """{"type":"message","conversation":{"id":"c"},"from":{}}""",
        """{"type":{"a":1},"conversation":{"id":"c"},"from":{"id":"u"}}""",
        """{"type":"message","conversation":{"id":"c"},"from":{"id":"u"},"text":"\ud800"}""",
        """{"type":"message","conversation":{"id":"c"},"from":{"id":"u"},"text":"unfinished""",
    ];

    [Theory]
    [MemberData(nameof(NoActivities))]
    public async Task What_is_no_activity_is_answered_400_with_a_reference(string body)
    {
        var answer = await _bot.PostAsync(Encoding.UTF8.GetBytes(body));

        Assert.Equal(400, answer.Status);
        Assert.Equal("activity.malformed", answer.Json["error"]!["code"]!.GetValue<string>());
        Assert.NotEqual("", answer.Json["error"]!["correlationId"]!.GetValue<string>());
        Assert.Empty(_bot.Channel.Calls);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_and_anything_after_the_activity_are_answered_400()
    {
        var message = Wire.Message(Megan, Chat, "help").ToJsonString();

        Assert.Equal(400, (await _bot.PostAsync([0xFF, 0xFE, 0x00, 0x80])).Status);
        Assert.Equal(400, (await _bot.PostAsync(Encoding.Unicode.GetBytes(message))).Status);
        Assert.Equal(400, (await _bot.PostAsync(Encoding.UTF8.GetBytes(message + "{}"))).Status);
        Assert.Equal(400, (await _bot.PostAsync(Encoding.UTF8.GetBytes(message + "x"))).Status);
        Assert.Equal(200, (await _bot.PostAsync(Encoding.UTF8.GetBytes(message + " \r\n"))).Status);
    }

    [Fact]
    public async Task Nesting_without_end_is_answered_400()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 20_000)) + "1" + new string('}', 20_000);

        Assert.Equal(400, (await _bot.PostAsync(Encoding.UTF8.GetBytes($$"""{"type":"message","value":{{deep}}}"""))).Status);
        Assert.Equal(400, (await _bot.PostAsync(Encoding.UTF8.GetBytes(new string('[', 100_000)))).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_of_1_MB_is_answered_413(bool lengthIsKnown)
    {
        var message = Wire.Message(Megan, Chat, new string('x', 1_000_000));
        using var content = lengthIsKnown
            ? new ByteArrayContent(Encoding.UTF8.GetBytes(message.ToJsonString()))
            : (HttpContent)new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(message.ToJsonString())));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = content };
        request.Headers.TransferEncodingChunked = !lengthIsKnown;

        var answer = await _bot.SendAsync(request);

        Assert.Equal((413, "body.too-large"), (answer.Status, answer.Json["error"]!["code"]!.GetValue<string>()));
        await _bot.As(Megan).Says("help").Sees("What I can do for you");
    }

    [Fact]
    public async Task A_body_just_below_the_limit_is_taken()
    {
        await _bot.As(Megan).Says(new string('x', 250_000)).Sees("I did not understand “xxxxxxxxxx");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("HEAD")]
    public async Task Another_method_than_POST_is_answered_405(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/messages");

        Assert.Equal(405, (await _bot.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("nonsense")]
    public async Task The_body_counts_and_not_what_its_content_type_says(string contentType)
    {
        var body = Encoding.UTF8.GetBytes(Wire.Message(Megan, Chat, "help").ToJsonString());

        Assert.Equal(200, (await _bot.PostAsync(body, contentType)).Status);
    }

    [Fact]
    public async Task A_token_that_is_none_is_answered_401_even_in_the_development_bypass()
    {
        foreach (var token in (string[])["nonsense", "eyJhbGciOiJub25lIn0.e30.", "a.b.c"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(Wire.Message(Megan, Chat, "help").ToJsonString()) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

            Assert.Equal(401, (await _bot.SendAsync(request)).Status);
        }

        Assert.Empty(_bot.Channel.Calls);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://169.254.169.254/metadata")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("")]
    public async Task Nothing_is_written_to_a_strangers_server(string serviceUrl)
    {
        var message = Wire.Message(Megan, Chat, "help");
        message["serviceUrl"] = serviceUrl;

        Assert.Equal(403, (await _bot.PostAsync(message)).Status);
        Assert.Empty(_bot.Channel.Calls);
    }

    [Fact]
    public async Task Another_tenants_people_are_refused()
    {
        var message = Wire.Message(Megan, Chat, "help");
        message["channelData"]!["tenant"]!["id"] = "99999999-2222-3333-4444-555555555555";

        Assert.Equal(403, (await _bot.PostAsync(message)).Status);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("endOfConversation")]
    [InlineData("MESSAGE")]
    [InlineData("something/else")]
    public async Task An_activity_of_a_type_that_means_nothing_to_the_bot_is_taken_without_a_word(string type)
    {
        await _bot.As(Megan).Posts(Wire.Envelope(type, Megan, Chat)).SeesNothing();

        Assert.Equal(new BotAnswer(200, ""), _bot.As(Megan).Answer);
    }

    [Theory]
    [InlineData("signin/verifyState")]
    [InlineData("task/fetch")]
    [InlineData("composeExtension/queryLink")]
    [InlineData("composeExtension/")]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_unknown_invoke_is_answered_501(string? name)
    {
        var invoke = Wire.Invoke(Megan, Chat, "x", new JsonObject());
        invoke["name"] = name;

        Assert.Equal(501, (await _bot.PostAsync(invoke)).Status);
    }

    public static TheoryData<string> CardValues =>
    [
        "", "null", "1", "[]", "\"x\"", "{}", """{"action":null}""", """{"action":[]}""", """{"action":{}}""", """{"action":{"verb":null}}""",
        """{"action":{"verb":{"a":1}}}""", """{"action":{"verb":"\ud800"}}""", """{"\ud800":1}""", """{"action":{"\udc00":1}}""",
    ];

    [Theory]
    [MemberData(nameof(CardValues))]
    public async Task A_card_action_that_is_none_gets_an_error_in_words(string value)
    {
        var answer = await PostRawValueAsync(value);

        Assert.Equal((200, 400), (answer.Status, answer.Json["statusCode"]!.GetValue<int>()));
        Assert.Contains("This card sent something that I cannot read.", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_verb_gets_an_error_in_words()
    {
        await _bot.As(Megan).Forges("launch", new JsonObject()).Sees("I do not know this button");

        Assert.Equal(400, _bot.As(Megan).Answer.Json["statusCode"]!.GetValue<int>());
    }

    /// <summary>Card data in the place of what the button sends; %i is the instance of the live dialog.</summary>
    public static TheoryData<string, string> HostileData => new()
    {
        { "null", "belongs to someone else" },
        { "[]", "belongs to someone else" },
        { "\"x\"", "belongs to someone else" },
        { "{}", "belongs to someone else" },
        { """{"instance":"00000000000000000000000000000000","step":"seats"}""", "belongs to someone else" },
        { """{"instance":["%i"],"step":"seats"}""", "belongs to someone else" },
        { """{"instance":{"a":"%i"}}""", "belongs to someone else" },
        { """{"instance":"%i"}""", "That step was answered already" },
        { """{"instance":"%i","step":"organisation","organisation":"Government"}""", "That step was answered already" },
        { """{"instance":"%i","step":7,"seats":"320"}""", "That step was answered already" },
        { """{"instance":"%i","step":"seats"}""", "I need one whole number" },
        { """{"instance":"%i","step":"seats","seats":null}""", "I need one whole number" },
        { """{"instance":"%i","step":"seats","seats":{"a":{"b":{"c":[1]}}}}""", "I need one whole number" },
        { """{"instance":"%i","step":"seats","seats":["320"]}""", "I need one whole number" },
        { """{"instance":"%i","step":"seats","seats":"\ud800"}""", "I need one whole number" },
        { """{"instance":"%i","step":"seats","\ud800":"x"}""", "I need one whole number" },
        { """{"instance":"%i","step":"seats","seats":true}""", "I need one whole number" },
        { """{"instance":"%i","step":"seats","seats":3.5}""", "I need one whole number" },
        { """{"instance":"%i","step":"seats","seats":-1}""", "I need one whole number" },
        { """{"instance":"%i","step":"seats","seats":"\u0000"}""", "I need one whole number" },
        { """{"instance":"%i","step":"seats","do":"explode","seats":"x"}""", "I need one whole number" },
        { """{"instance":"%i","step":"seats","do":{},"seats":"x"}""", "I need one whole number" },
        { """{"instance":"%i","step":"seats","do":"back"}""", "This is the first step." },
    };

    [Theory]
    [MemberData(nameof(HostileData))]
    public async Task Hostile_card_data_is_answered_in_words_and_moves_nothing(string data, string words)
    {
        var megan = await _bot.As(Megan).Says("eligibility");
        var instance = megan.Card.Button("Next")["data"]!["instance"]!.GetValue<string>();

        var answer = await PostRawValueAsync("{\"action\":{\"type\":\"Action.Execute\",\"verb\":\"dialog\",\"data\":" + data.Replace("%i", instance, StringComparison.Ordinal) + "}}");

        Assert.Equal(200, answer.Status);
        Assert.True(answer.Body.Contains(words, StringComparison.Ordinal), answer.Body);
        await megan.Says("320").Sees("Step 2 of 5");
    }

    [Fact]
    public async Task A_number_where_a_string_should_be_is_taken_for_what_it_says()
    {
        var megan = await _bot.As(Megan).Says("eligibility");
        var data = megan.Card.Button("Next")["data"]!.DeepClone().AsObject();
        data["seats"] = 320;

        await megan.Forges("dialog", data).Sees("Step 2 of 5");
    }

    [Fact]
    public async Task A_huge_answer_is_cut_and_kept_small()
    {
        var megan = await _bot.As(Megan).Says("eligibility");
        var data = megan.Card.Button("Next")["data"]!.DeepClone().AsObject();
        data["seats"] = new string('9', 200_000);

        await megan.Forges("dialog", data).Sees("I need one whole number");

        Assert.True(megan.Answer.Body.Length < 10_000, $"The answer has {megan.Answer.Body.Length} characters.");
    }

    [Fact]
    public async Task A_press_that_is_replayed_under_a_new_id_shows_where_the_dialog_is()
    {
        var megan = await _bot.As(Megan).Says("eligibility");
        var data = megan.Card.Submission(megan.Card.Button("Next"), [("seats", "320")]);

        await megan.Forges("dialog", data.DeepClone()).Sees("Step 2 of 5");
        await megan.Forges("dialog", data.DeepClone()).Sees("That step was answered already", "Step 2 of 5");
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("a/../../b?x=1#y")]
    [InlineData("\\..\\%2e%2e")]
    public async Task A_conversation_id_cannot_lead_elsewhere_nor_hold_up_what_waits(string id)
    {
        await _bot.As(Megan, new Place(id, "personal")).Says("help");
        Assert.Equal(200, _bot.As(Megan, new Place(id, "personal")).Answer.Status);
        Assert.All(_bot.Channel.Calls, call => Assert.Equal(id, call.Conversation));

        _bot.Channel.Fails(503, times: 1);
        await _bot.As(Megan).Says("help").SeesNothing();
        await _bot.SendPendingAsync();
        await _bot.SendPendingAsync();
        Assert.Contains(_bot.Channel.Sent, call => call.Conversation == Chat.Id);
    }

    [Fact]
    public async Task A_conversation_id_without_end_holds_up_nothing()
    {
        await _bot.As(Megan, new Place(new string('x', 100_000), "personal")).Says("help");

        Assert.Equal(200, _bot.As(Megan, new Place(new string('x', 100_000), "personal")).Answer.Status);
        await _bot.As(Megan).Says("help").Sees("What I can do for you");
    }

    [Theory]
    [InlineData("")]
    [InlineData("xx-invented")]
    [InlineData("\0")]
    [InlineData("zh-CN\r\nX: y")]
    [InlineData("i-default")]
    [InlineData("en-US-u-nu-thai")]
    [InlineData("../../etc")]
    [InlineData("und")]
    [InlineData("-")]
    public async Task An_unknown_language_is_answered_in_English(string locale) =>
        await _bot.As(Megan).In(locale).Says("help").Sees("What I can do for you");

    /// <param name="value">As it is, which a JsonNode would not let through; empty for none.</param>
    private Task<BotAnswer> PostRawValueAsync(string value)
    {
        var invoke = Wire.Execute(Megan, Chat, "dialog", null);
        invoke["value"] = "%value%";
        return _bot.PostAsync(Encoding.UTF8.GetBytes(invoke.ToJsonString().Replace("\"value\":\"%value%\"", value.Length == 0 ? "\"other\":1" : "\"value\":" + value, StringComparison.Ordinal)));
    }
}
