using System.Text.Json.Serialization;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Welcome;

/// <summary>The data of the template <c>Welcome/Menu</c>.</summary>
internal sealed record MenuCardModel(string Lang, string Title, string Intro, string? Notice, IReadOnlyList<MenuItem> Items, string Footer);

internal sealed record MenuItem(string Title, string Text, string Button, string Command);

/// <summary>The data of the template <c>Platform/Notice</c>.</summary>
internal sealed record NoticeCardModel(string Lang, string Title, string Text, IReadOnlyList<Fact> Facts);

/// <summary>A conversation in which the bot is installed.</summary>
public sealed record KnownConversation(ConversationReference Reference, DateTimeOffset GreetedAt)
{
    internal static readonly DocumentKind<KnownConversation> Kind = new("conversation", () => WelcomeJson.Default.KnownConversation);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MenuCardModel))]
[JsonSerializable(typeof(NoticeCardModel))]
[JsonSerializable(typeof(KnownConversation))]
internal sealed partial class WelcomeJson : JsonSerializerContext;
