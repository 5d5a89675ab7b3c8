using System.Text.Json.Serialization;
using FastTrackBot.Cards;

namespace FastTrackBot.FastTrack.Health;

/// <summary>The data of the template <c>Health/Health</c>.</summary>
internal sealed record HealthCardModel(string Lang, string Title, string Headline, string Style, IReadOnlyList<HealthRow> Checks);

/// <param name="Words">May quote an error from outside, and is escaped like a person's text.</param>
internal sealed record HealthRow(string Name, string State, string Color, UserText Words);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthCardModel))]
internal sealed partial class HealthJson : JsonSerializerContext;
