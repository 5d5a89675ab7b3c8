using System.Text.Json.Serialization;

namespace FastTrackBot.Platform.BotFramework;

/// <summary>Says what was wrong with a request, in the shape of the connector's own errors.</summary>
internal sealed record ErrorBody(ErrorDetail Error);

internal sealed record ErrorDetail(string Code, string Message, string CorrelationId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ErrorBody))]
internal sealed partial class EndpointJson : JsonSerializerContext;
