using System.Text.Json.Nodes;
using FastTrackBot.Platform.BotFramework.Streaming;
using FastTrackBot.Tests.Platform.Model;

namespace FastTrackBot.Tests.Bot;

/// <summary>What scripts about the model have in common.</summary>
internal static class ModelTalk
{
    public const string Key = "a-key-of-the-test";

    public const string Cost = "what does fasttrack cost?";

    /// <summary>Of the passage that answers <see cref="Cost"/> without a model.</summary>
    public const string CostFromTexts = "the benefit is part of eligible plans";

    public static Task<BotHost> StartAsync(ModelStub model, Action<BotHost>? configure = null) => RequestTalk.StartAsync(host =>
    {
        host.Settings["Questions:Endpoint"] = model.Root;
        host.Settings["Questions:Deployment"] = "stub";
        host.Settings["Questions:ApiKey"] = Key;
        configure?.Invoke(host);
    });

    /// <summary>Asks, and waits for the answer, which comes after the turn.</summary>
    public static async Task<JsonObject> AsksAsync(this Chat chat, string question)
    {
        var before = Messages(chat).Count;
        await chat.Says(question);
        return await chat.Bot.UntilAnsweredAsync(chat, before);
    }

    /// <summary>Until there are more messages than before. Growing answers keep a pace on a clock that stands still: it is moved when they wait for it.</summary>
    public static async Task<JsonObject> UntilAnsweredAsync(this BotHost bot, Chat chat, int before = 0)
    {
        var answered = bot.Channel.UntilAsync(_ => Messages(chat).Count > before);
        while (!answered.IsCompleted)
        {
            var waits = bot.Clock.UntilSomeoneWaitsAsync(wait => wait > TimeSpan.Zero && wait <= StreamedAnswer.Pace);
            if (await Task.WhenAny(answered, waits) == waits) bot.Clock.Advance(await waits);
        }

        await answered;
        return Messages(chat)[before];
    }

    /// <summary>What Teams was sent of growing answers, in order.</summary>
    public static IReadOnlyList<(string Type, int? Number, string Text)> Updates(Chat chat) =>
    [
        .. from call in chat.Bot.Channel.Calls
           where call.Conversation == chat.Place.Id
           let info = TeamsStreams.InfoOf(call.Activity)
           where info is not null
           select (info["streamType"]!.GetValue<string>(), info["streamSequence"]?.GetValue<int>(), TextOf(call.Activity)),
    ];

    public static IReadOnlyList<JsonObject> Messages(Chat chat) =>
        [.. chat.Bot.Channel.MessagesIn(chat.Place.Id).Select(message => message.Activity).Where(activity => activity["type"]!.GetValue<string>() == "message")];

    public static string TextOf(JsonObject message) => message["text"]?.GetValue<string>() ?? "";

    /// <summary>What says that a model wrote it, with the citations.</summary>
    public static JsonObject LabelOf(JsonObject message) =>
        message["entities"]!.AsArray().OfType<JsonObject>().Single(entity => entity["type"]!.GetValue<string>() == "https://schema.org/Message");

    public static string CardOf(JsonObject message) =>
        message["attachments"]?[0]?["content"] is JsonObject card ? new Card("", card).Text : "";
}
