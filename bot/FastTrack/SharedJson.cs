using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.FastTrack;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(SourceFile))]
[JsonSerializable(typeof(WorkloadFile))]
internal sealed partial class SharedJson : JsonSerializerContext;
