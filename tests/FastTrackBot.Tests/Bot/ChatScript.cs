using System.Text.Json.Nodes;

namespace FastTrackBot.Tests.Bot;

/// <summary>Lets a script go on after an act without an <c>await</c> in every line.</summary>
public static class ChatScript
{
    public static async Task<Chat> Says(this Task<Chat> chat, string text) => await (await chat).Says(text);

    public static async Task<Chat> Presses(this Task<Chat> chat, string title, params (string Id, string Value)[] inputs) =>
        await (await chat).Presses(title, inputs);

    public static async Task<Chat> Opens(this Task<Chat> chat, string item, params (string Id, string Value)[] inputs) => await (await chat).Opens(item, inputs);

    public static async Task<Chat> PressesOn(this Task<Chat> chat, Card card, string title, params (string Id, string Value)[] inputs) =>
        await (await chat).PressesOn(card, title, inputs);

    public static async Task<Chat> Forges(this Task<Chat> chat, string verb, JsonNode? data) => await (await chat).Forges(verb, data);

    public static async Task<Chat> Posts(this Task<Chat> chat, JsonObject activity) => await (await chat).Posts(activity);

    public static async Task<Chat> Sees(this Task<Chat> chat, params string[] texts) => (await chat).Sees(texts);

    public static async Task<Chat> SeesNot(this Task<Chat> chat, params string[] texts) => (await chat).SeesNot(texts);

    public static async Task<Chat> SeesNothing(this Task<Chat> chat) => (await chat).SeesNothing();

    public static async Task<Chat> SeesCardWith(this Task<Chat> chat, params string[] buttons) => (await chat).SeesCardWith(buttons);

    public static async Task<Chat> SeesCardWithout(this Task<Chat> chat, params string[] buttons) => (await chat).SeesCardWithout(buttons);

    public static async Task<Chat> SeesFilledIn(this Task<Chat> chat, string input, string value) => (await chat).SeesFilledIn(input, value);
}
