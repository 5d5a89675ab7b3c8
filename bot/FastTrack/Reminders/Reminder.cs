using System.Globalization;
using System.Text.Json.Serialization;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>Something that a person is to be told of once, as long as it is so.</summary>
/// <param name="Subject">An item's id, a finding's id, a phase.</param>
/// <param name="Date">When it is due; of a phase, since when nothing was done.</param>
/// <param name="Day">The day, where the person is, from which on it is to be told.</param>
/// <param name="Late">Who is late, where somebody else is told of it.</param>
public sealed record Reminder(
    string EngagementId, ReminderKind Kind, ReminderStage Stage, string Subject, DateOnly Date, DateOnly Day, Person? Late = null)
{
    /// <summary>What it is about, whatever the stage: who has taken note of it is told no more before it has another date.</summary>
    [JsonIgnore]
    public string Topic => string.Create(CultureInfo.InvariantCulture, $"{EngagementId}:{Kind}:{Subject}:{Date:yyyy-MM-dd}");

    /// <summary>Whether it has the same name.</summary>
    public bool IsSame(Reminder other) =>
        (Kind, Stage, Date) == (other.Kind, other.Stage, other.Date) && Subject == other.Subject && EngagementId == other.EngagementId;

    /// <summary>The same thing has the same name, however often it is found.</summary>
    [JsonIgnore]
    public string Id => $"{Topic}:{Stage}";
}

public enum ReminderKind
{
    Item,
    Remediation,

    /// <summary>A task of adoption.</summary>
    Adoption,

    /// <summary>A decision of a meeting.</summary>
    Decision,

    /// <summary>Nothing was done in the phase for a while.</summary>
    Phase,

    /// <summary>The same in the migration, which is given up after a time.</summary>
    Migration,
}

public enum ReminderStage
{
    /// <summary>Of a migration: nothing was done for a while.</summary>
    Due,

    /// <summary>Of a migration: it is about to rest.</summary>
    Overdue,

    /// <summary>Those who lead are told. Of a migration: it is about to end.</summary>
    Escalated,
}

/// <summary>What became of a reminder. Each has exactly one in the end.</summary>
public enum ReminderOutcome
{
    Delivered,

    /// <summary>It was done, moved or given away before it could be told.</summary>
    Obsolete,

    /// <summary>The person does not want to hear of it.</summary>
    Muted,

    /// <summary>The person, or an administrator, blocked the bot.</summary>
    Blocked,

    /// <summary>The bot has no way to the person.</summary>
    NotInstalled,
    Failed,
}
