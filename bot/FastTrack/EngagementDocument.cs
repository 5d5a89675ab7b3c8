using System.Text.Json.Serialization;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack;

/// <summary>How an engagement is stored. It stands beside the type, as the rules that use the type know no store.</summary>
internal static class EngagementDocument
{
    public static readonly DocumentKind<Engagement> Kind = new("engagement", () => EngagementJson.Default.Engagement);

    /// <summary>The kind of work that brings what stands in Graph up to date.</summary>
    public const string RecordWork = "record";

    /// <summary>The kind of work that looks for what people are to be reminded of.</summary>
    public const string RemindersWork = "reminders";

    /// <summary>
    /// The one way to save an engagement: with what happened to it. Both are in the same commit, so that nothing changes without a trace;
    /// and so is the order to record it.
    /// </summary>
    public static void Save(DocumentSession documents, string tenantId, Engagement engagement, params IReadOnlyList<EngagementEvent> events)
    {
        var number = engagement.Changes;
        var partition = EngagementHistory.Partition(tenantId, engagement.Id);
        // Before its events: turns that lose wait in line for the first document they lost, and this is the one they have in common.
        documents.Save(Kind, tenantId, engagement.Id, engagement with { Changes = number + events.Count });
        foreach (var happened in events) documents.Save(EngagementHistory.Kind, partition, EngagementHistory.Id(++number), happened);
        var now = events.Count > 0 ? events[^1].At : engagement.StartedAt;
        QueueRecord(documents, tenantId, engagement.Id, now);
        documents.Queue(RemindersWork, $"{tenantId}/{engagement.Id}", now);
    }

    /// <summary>The same for what a turn changes. Where nothing happened, there is nothing to save.</summary>
    public static void Save(TurnContext turn, EngagementChange change)
    {
        if (change.Events.Count > 0) Save(turn.Documents, turn.TenantId, change.Engagement, change.Events);
    }

    public static void QueueRecord(DocumentSession documents, string tenantId, string engagementId, DateTimeOffset due) =>
        documents.Queue(RecordWork, $"{tenantId}/{engagementId}", due);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Engagement))]
[JsonSerializable(typeof(EngagementEvent))]
internal sealed partial class EngagementJson : JsonSerializerContext;
