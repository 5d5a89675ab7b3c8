using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>When people are reminded, of what, and when they are left alone.</summary>
/// <param name="CheckpointHours">So long before a checkpoint, the longest first.</param>
/// <param name="StalledAfterDays">A phase in which nothing was done for so long.</param>
/// <param name="EscalateAfterDays">So long after the person, those are told who lead.</param>
/// <param name="MigrationDays">A migration in which nothing was done for so long: asked about, about to rest, about to end.</param>
/// <param name="RememberedDays">What is further back is nobody reminded of any more.</param>
/// <param name="EndOfDay">What could not be sent before, waits for the next morning.</param>
public sealed record ReminderPolicy(
    Source Source, IReadOnlyList<int> CheckpointHours, int StalledAfterDays, int EscalateAfterDays, IReadOnlyList<int> MigrationDays, int RememberedDays,
    TimeOnly Morning, TimeOnly EndOfDay, TimeOnly QuietFrom, TimeOnly QuietUntil, IReadOnlyList<DayOfWeek> Workdays)
{
    /// <summary>As the data say; the settings may say otherwise.</summary>
    public static ReminderPolicy Default { get; } = EmbeddedData.Read("FastTrack/Reminders/Data/reminders.json", ReminderDataJson.Default.ReminderPolicy);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ReminderPolicy))]
internal sealed partial class ReminderDataJson : JsonSerializerContext;
