using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.FastTrack.Remediation;

/// <summary>How many days a finding of each severity may take to be put right: data, not code.</summary>
public static class DueDays
{
    private static readonly DueDaysFile File = EmbeddedData.Read("FastTrack/Remediation/Data/due-days.json", DueDaysJson.Default.DueDaysFile);

    public static int For(Severity severity) => severity switch
    {
        Severity.Blocker => File.Blocker,
        Severity.Warning => File.Warning,
        _ => File.Advice,
    };
}

internal sealed record DueDaysFile(Source Source, int Blocker, int Warning, int Advice);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(DueDaysFile))]
internal sealed partial class DueDaysJson : JsonSerializerContext;
