using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.Sandbox;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(SandboxFault))]
[JsonSerializable(typeof(IReadOnlyList<SandboxFault>))]
[JsonSerializable(typeof(IReadOnlyList<SandboxRequest>))]
internal sealed partial class SandboxJson : JsonSerializerContext;
