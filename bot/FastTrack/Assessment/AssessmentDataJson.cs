using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.FastTrack.Assessment;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(FindingKindFile))]
[JsonSerializable(typeof(Thresholds))]
[JsonSerializable(typeof(QuestionFile))]
internal sealed partial class AssessmentDataJson : JsonSerializerContext;
