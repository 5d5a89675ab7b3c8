using System.Text.Json.Serialization;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Retention;

/// <summary>The last round, and what it erased.</summary>
/// <param name="Turn">The number of the newest turn at that time.</param>
/// <param name="Counts">Documents by what they were.</param>
internal sealed record RetentionRound(DateTimeOffset At, long Turn, IReadOnlyDictionary<string, int> Counts)
{
    /// <summary>There is one, for all tenants.</summary>
    public const string Partition = "bot";
    public const string Id = "last";

    public static readonly DocumentKind<RetentionRound> Kind = new("retention", () => RetentionJson.Default.RetentionRound);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RetentionRound))]
internal sealed partial class RetentionJson : JsonSerializerContext;
