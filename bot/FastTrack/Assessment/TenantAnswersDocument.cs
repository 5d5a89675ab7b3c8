using System.Text.Json.Serialization;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Assessment;

internal static class TenantAnswersDocument
{
    public const string Id = "latest";

    public static readonly DocumentKind<TenantAnswers> Kind = new("assessment-answers", () => TenantAnswersJson.Default.TenantAnswers);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(TenantAnswers))]
internal sealed partial class TenantAnswersJson : JsonSerializerContext;
