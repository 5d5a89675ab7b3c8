using System.Text.Json.Serialization;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Checkpoints;

/// <summary>How an engagement's checkpoints last fared with the calendar: stored in the tenant's partition under the engagement's id.</summary>
internal sealed record CalendarNote(CalendarTrouble? Trouble)
{
    public static readonly DocumentKind<CalendarNote> Kind = new("calendar", () => CalendarNoteJson.Default.CalendarNote);
}

internal enum CalendarTrouble
{
    /// <summary>The application may not use the mailbox.</summary>
    Forbidden,

    /// <summary>There is no such mailbox.</summary>
    NoMailbox,

    /// <summary>Graph is away, or asks for patience: it is caught up with by itself.</summary>
    Away,
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(CalendarNote))]
[JsonSerializable(typeof(PlanState))]
internal sealed partial class CalendarNoteJson : JsonSerializerContext;
