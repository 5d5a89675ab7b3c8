using System.Text.Json.Serialization;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack;

/// <summary>How checkpoints are stored: each by its id, in the partition of its engagement.</summary>
internal static class CheckpointDocument
{
    public static readonly DocumentKind<Checkpoint> Kind = new("checkpoint", () => CheckpointJson.Default.Checkpoint);

    /// <summary>The kind of work that keeps bot and calendar in step, and notices what was missed.</summary>
    public const string Work = "checkpoints";

    /// <summary>Those of an engagement as last committed, in the order of their start.</summary>
    public static async ValueTask<IReadOnlyList<Checkpoint>> ReadAsync(
        DocumentSession documents, string tenantId, string engagementId, CancellationToken cancellationToken) =>
        [.. (await documents.ReadAllAsync(Kind, Partition(tenantId, engagementId), cancellationToken)).OrderBy(checkpoint => checkpoint.Start)];

    /// <summary>
    /// The one way to save them: what changed, with what happened, in the history of their engagement, which also knows the next one.
    /// </summary>
    /// <param name="before">As they were read.</param>
    /// <returns>The engagement as it is saved.</returns>
    public static Engagement Save(
        DocumentSession documents, string tenantId, Engagement engagement, IReadOnlyList<Checkpoint> before, CheckpointChange change, DateTimeOffset now)
    {
        var after = engagement with
        {
            NextCheckpoint = change.All.Where(checkpoint => checkpoint.IsAhead && checkpoint.Start >= now).Select(checkpoint => (DateTimeOffset?)checkpoint.Start).Min(),
            MissedCheckpoints = change.All.Count(checkpoint => checkpoint.State == CheckpointState.Missed),
        };
        if (change.Events.Count > 0 || after != engagement) EngagementDocument.Save(documents, tenantId, after, change.Events);
        var partition = Partition(tenantId, engagement.Id);
        foreach (var checkpoint in change.All.Where(checkpoint => !before.Any(known => ReferenceEquals(known, checkpoint))))
        {
            documents.Save(Kind, partition, checkpoint.Id, checkpoint);
        }

        return after with { Changes = engagement.Changes + change.Events.Count };
    }

    public static void QueueWork(DocumentSession documents, string tenantId, string engagementId, DateTimeOffset due) =>
        documents.Queue(Work, $"{tenantId}/{engagementId}", due);

    private static string Partition(string tenantId, string engagementId) => EngagementHistory.Partition(tenantId, engagementId);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Checkpoint))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
