using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.FastTrack.Eligibility;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(SeatRuleFile))]
[JsonSerializable(typeof(LicencePlanFile))]
[JsonSerializable(typeof(SourceEnvironmentFile))]
internal sealed partial class EligibilityJson : JsonSerializerContext;
