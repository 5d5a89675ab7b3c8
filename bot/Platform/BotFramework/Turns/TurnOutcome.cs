using System.Text.Json.Serialization;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.Platform.BotFramework.Turns;

/// <summary>What a turn decided to say. It is stored with the turn's changes, and said only after they are.</summary>
public sealed record TurnOutcome(int Status, RawJson? Body, IReadOnlyList<OutgoingMessage> Messages)
{
    public static TurnOutcome Of(InvokeResponse response) => new(response.Status, response.Body, []);
}

/// <summary>A message to send, or to put in the place of an earlier one.</summary>
/// <param name="UpdateId">The message to replace; null sends a new one.</param>
/// <param name="OnlyIfThere">With <paramref name="UpdateId"/>: when that message is gone, nothing takes its place.</param>
/// <param name="RememberAs">Keeps the id of the sent message under this name, so that a later turn can replace it.</param>
public sealed record OutgoingMessage(
    ConversationReference To, Activity Activity, string? UpdateId = null, bool OnlyIfThere = false, string? RememberAs = null);

/// <summary>The id of a message that a later turn may want to replace.</summary>
public sealed record PostedMessage(string ActivityId)
{
    /// <summary>When it was first seen to rest.</summary>
    public DateTimeOffset? Since { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TurnOutcome))]
[JsonSerializable(typeof(PostedMessage))]
[JsonSerializable(typeof(ExpectedReplies))]
internal sealed partial class TurnJson : JsonSerializerContext;
