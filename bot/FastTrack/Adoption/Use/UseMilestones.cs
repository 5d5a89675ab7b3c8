using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.FastTrack.Adoption.Use;

/// <summary>
/// How much use is worth a note. The numbers are the bot's own: with every tenth a service is known in each department, a hundred is past the
/// circle of those who know each other, and the apps, which are on the computers anyway, should come to most.
/// </summary>
public static class UseMilestones
{
    public static IReadOnlyList<UseMilestone> All { get; } =
        EmbeddedData.Read("FastTrack/Adoption/Data/use-milestones.json", UseMilestoneJson.Default.UseMilestoneFile).Milestones;
}

/// <param name="Workload">For which service; empty: for any of them together; null: for each by itself.</param>
/// <param name="Percent">Of the people who have a licence.</param>
public sealed record UseMilestone(string Id, Source Source, string? Workload = null, int? Percent = null, int? People = null);

internal sealed record UseMilestoneFile(IReadOnlyList<UseMilestone> Milestones);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(UseMilestoneFile))]
internal sealed partial class UseMilestoneJson : JsonSerializerContext;
