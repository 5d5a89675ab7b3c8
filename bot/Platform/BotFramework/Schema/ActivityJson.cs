using System.Text.Json.Serialization;

namespace FastTrackBot.Platform.BotFramework.Schema;

/// <summary>Source-generated JSON of the protocol. Nulls are left out: Teams' local client answers 400 to them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ConversationReference))]
public sealed partial class ActivityJson : JsonSerializerContext;
