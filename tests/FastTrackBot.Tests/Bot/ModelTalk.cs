using System.Text.Json.Nodes;
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
        await chat.Bot.Channel.UntilAsync(_ => Messages(chat).Count > before);
        return Messages(chat)[before];
    }

    public static IReadOnlyList<JsonObject> Messages(Chat chat) =>
        [.. chat.Bot.Channel.MessagesIn(chat.Place.Id).Select(message => message.Activity).Where(activity => activity["type"]!.GetValue<string>() == "message")];

    public static string TextOf(JsonObject message) => message["text"]?.GetValue<string>() ?? "";

    public static string CardOf(JsonObject message) =>
        message["attachments"]?[0]?["content"] is JsonObject card ? new Card("", card).Text : "";
}
