using System.Text.Json.Nodes;

namespace FastTrackBot.Tests.Bot;

/// <summary>
/// One person in one conversation: what they do, and what they see of it. <see cref="Screen"/> holds what the last act brought:
/// new messages, the card that took the place of the pressed one, or a notice. All acts and expectations can be chained, see <see cref="ChatScript"/>.
/// </summary>
public sealed class Chat(BotHost bot, Person person, Place place)
{
    /// <summary>Cards that the answer to an invoke put in the place of a message's card: only the person who pressed sees them.</summary>
    private readonly Dictionary<string, (JsonObject Replaced, JsonObject By)> _replaced = [];
    private string _locale = "en-US";

    public BotHost Bot => bot;

    public Person Person => person;

    public Place Place => place;

    /// <summary>The HTTP answer to the last act.</summary>
    public BotAnswer Answer { get; private set; } = new(0, "");

    /// <summary>What the last act brought to the person's eyes, a line each.</summary>
    public string Screen { get; private set; } = "";

    /// <summary>The latest card for this person, as it looks now.</summary>
    public Card Card => Cards().LastOrDefault() ?? throw new Xunit.Sdk.XunitException("The person has no card yet.");

    public bool HasCard => Cards().Any();

    public Chat InChinese() => In("zh-CN");

    public Chat In(string locale)
    {
        _locale = locale;
        return this;
    }

    /// <summary>Types a message; outside a personal chat it mentions the bot.</summary>
    public Task<Chat> Says(string text) => Posts(Wire.Message(person, place, text, _locale));

    /// <summary>Presses a button of the latest card, with its inputs filled in as they are or as told.</summary>
    public Task<Chat> Presses(string title, params (string Id, string Value)[] inputs) => PressesOn(Card, title, inputs);

    /// <summary>Presses the row of a list that is about something, with the card's inputs filled in as they are or as told.</summary>
    public async Task<Chat> Opens(string item, params (string Id, string Value)[] inputs)
    {
        var row = Card.Row(item);
        return await Posts(Wire.Execute(person, place, row["verb"]!.GetValue<string>(), Card.Submission(row, inputs), Card.MessageId, _locale));
    }

    /// <summary>The same on an earlier card, or on somebody else's.</summary>
    public async Task<Chat> PressesOn(Card card, string title, params (string Id, string Value)[] inputs)
    {
        var button = card.Button(title);
        var data = card.Submission(button, inputs);
        if (button["type"]!.GetValue<string>() == "Action.Submit")
            return await Posts(Wire.Submit(person, place, data, card.MessageId, _locale));

        return await Posts(Wire.Execute(person, place, button["verb"]!.GetValue<string>(), data, card.MessageId, _locale));
    }

    /// <summary>Sends card data that no card of the bot holds.</summary>
    public Task<Chat> Forges(string verb, JsonNode? data) => Posts(Wire.Execute(person, place, verb, data, HasCard ? Card.MessageId : null, _locale));

    /// <summary>Posts any activity, and takes in what comes of it.</summary>
    public async Task<Chat> Posts(JsonObject activity)
    {
        var before = bot.Channel.Calls.Count;
        Answer = await bot.PostAsync(activity);
        List<string> seen = [];
        if (activity["type"]!.GetValue<string>() == "invoke" && Answer.Body.Length > 0)
            seen.Add(TakeAnswer(activity["replyToId"]?.GetValue<string>()));
        seen.AddRange(bot.Channel.Calls.Skip(before).Where(call => call is { IsNew: true, Arrived: true } && call.Conversation == place.Id && call.Activity["type"]?.GetValue<string>() != "typing").Select(Words));
        Screen = string.Join('\n', seen);
        return this;
    }

    public Chat Sees(params string[] texts)
    {
        foreach (var text in texts)
            Assert.True(Screen.Contains(text, StringComparison.Ordinal), $"Expected to see: {text}\nAnswer: {Answer.Status}\nScreen:\n{Screen}");
        return this;
    }

    public Chat SeesNot(params string[] texts)
    {
        foreach (var text in texts)
            Assert.False(Screen.Contains(text, StringComparison.Ordinal), $"Expected not to see: {text}\nScreen:\n{Screen}");
        return this;
    }

    public Chat SeesNothing()
    {
        Assert.Equal("", Screen);
        return this;
    }

    /// <summary>The latest card has these buttons.</summary>
    public Chat SeesCardWith(params string[] buttons)
    {
        Assert.All(buttons, button => Assert.Contains(button, Card.Buttons));
        return this;
    }

    public Chat SeesCardWithout(params string[] buttons)
    {
        Assert.All(buttons, button => Assert.DoesNotContain(button, Card.Buttons));
        return this;
    }

    /// <summary>An input of the latest card is filled in like this.</summary>
    public Chat SeesFilledIn(string input, string value)
    {
        Assert.Equal(value, Card.Inputs.GetValueOrDefault(input));
        return this;
    }

    private IEnumerable<Card> Cards() => bot.Channel.MessagesIn(place.Id)
        .Where(message => CardOf(message.Activity) is not null && IsForMe(message.Activity))
        .Select(message => new Card(message.Id, AsISeeIt(message.Id, CardOf(message.Activity)!)));

    private JsonObject AsISeeIt(string id, JsonObject card) =>
        _replaced.TryGetValue(id, out var mine) && ReferenceEquals(mine.Replaced, card) ? mine.By : card;

    private bool IsForMe(JsonObject activity) => activity["recipient"]?["id"]?.GetValue<string>() is not { } id || id == person.ChannelId;

    /// <summary>The answer to an invoke: a card in the place of the old one, or a notice.</summary>
    private string TakeAnswer(string? messageId)
    {
        var (type, value) = (Answer.Json["type"]?.GetValue<string>(), Answer.Json["value"]);
        if (type != "application/vnd.microsoft.card.adaptive")
            return value is JsonObject error ? error["message"]!.GetValue<string>() : value?.ToString() ?? "";

        var card = new Card(messageId ?? "", value!.AsObject());
        if (messageId is not null && bot.Channel.MessagesIn(place.Id).FirstOrDefault(message => message.Id == messageId).Activity is { } activity)
            _replaced[messageId] = (CardOf(activity)!, card.Json);
        return card.Text;
    }

    private static string Words(ChannelCall call) =>
        CardOf(call.Activity) is { } card ? new Card(call.Id, card).Text : call.Activity["text"]?.GetValue<string>() ?? "";

    /// <summary>Teams' own cards, about files, are none of the bot's.</summary>
    private static JsonObject? CardOf(JsonObject activity) =>
        activity["attachments"]?[0] is { } attachment && attachment["contentType"]!.GetValue<string>() == "application/vnd.microsoft.card.adaptive"
            ? attachment["content"]!.AsObject()
            : null;
}
