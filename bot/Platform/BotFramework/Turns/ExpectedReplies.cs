using System.Text.Json;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.Platform.BotFramework.Turns;

/// <summary>The replies as the body of the answer, for clients that set <c>deliveryMode</c> to <c>expectReplies</c>.</summary>
public sealed record ExpectedReplies(IReadOnlyList<Activity> Activities)
{
    internal static RawJson Of(IReadOnlyList<OutgoingMessage> messages) =>
        new(JsonSerializer.SerializeToUtf8Bytes(new ExpectedReplies([.. messages.Select(message => message.Activity)]), TurnJson.Default.ExpectedReplies));
}
