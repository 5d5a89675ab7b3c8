using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.FastTrack.Assistance;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(SupportLanguageFile))]
[JsonSerializable(typeof(RouteFile))]
[JsonSerializable(typeof(BusinessReasonFile))]
[JsonSerializable(typeof(CityFile))]
[JsonSerializable(typeof(CountryFile))]
[JsonSerializable(typeof(IReadOnlyList<Customer>))]
internal sealed partial class AssistanceJson : JsonSerializerContext;
