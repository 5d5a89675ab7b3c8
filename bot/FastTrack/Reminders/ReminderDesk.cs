using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>The reminders of the person who presses; nobody ever sees or changes those of somebody else.</summary>
internal sealed class ReminderDesk(DigestCard card, ReminderPeople people)
{
    /// <summary>In place of a reminder's name: all that the card shows.</summary>
    public const string All = "all";

    public static async ValueTask<Digest?> ReadAsync(TurnContext turn, CancellationToken cancellationToken) =>
        await turn.Documents.ReadAsync(DigestDocument.Kind, turn.TenantId, turn.Sender.ObjectId, cancellationToken);

    /// <returns>None where the person has no such reminder.</returns>
    public static IReadOnlyList<Reminder> Find(Digest? digest, string? id) =>
        digest is null ? []
        : id == All ? DigestRules.Shown(digest)
        : [.. digest.Ended.Select(ended => ended.Reminder).Concat(digest.Waiting).Where(reminder => reminder.Id == id).TakeLast(1)];

    /// <summary>Muted or not: who presses wants to know.</summary>
    public async ValueTask<ShownReminder?> FindTrueAsync(TurnContext turn, Digest digest, IReadOnlyList<Reminder> found, CancellationToken cancellationToken)
    {
        var where = await people.ReadAsync(turn.Documents, turn.TenantId, turn.Sender.ObjectId, digest.Zone, cancellationToken);
        var sorted = await DigestReader.SortAsync(turn.Documents, turn.TenantId, digest, found, where with { Settings = new ReminderSettings() }, cancellationToken);
        return sorted.True is [var shown, ..] ? shown : null;
    }

    /// <summary>Saves, and has what waits told in its time.</summary>
    public async ValueTask SaveAsync(TurnContext turn, Digest digest, CancellationToken cancellationToken)
    {
        turn.Documents.Save(DigestDocument.Kind, turn.TenantId, turn.Sender.ObjectId, digest);
        var where = await people.ReadAsync(turn.Documents, turn.TenantId, turn.Sender.ObjectId, digest.Zone, cancellationToken);
        DigestWork.Queue(turn.Documents, turn.TenantId, digest, where, turn.Clock.GetUtcNow());
    }

    public async ValueTask<DateOnly> TodayAsync(TurnContext turn, Digest digest, CancellationToken cancellationToken)
    {
        var where = await people.ReadAsync(turn.Documents, turn.TenantId, turn.Sender.ObjectId, digest.Zone, cancellationToken);
        return DateOnly.FromDateTime(ZonedTime.In(turn.Clock.GetUtcNow(), where.Zone));
    }

    /// <summary>Shows what is left of the last message.</summary>
    public async ValueTask ShowAsync(TurnContext turn, Digest digest, string? notice, CancellationToken cancellationToken)
    {
        var where = await people.ReadAsync(turn.Documents, turn.TenantId, turn.Sender.ObjectId, digest.Zone, cancellationToken);
        var left = await DigestReader.SortAsync(turn.Documents, turn.TenantId, digest, DigestRules.Shown(digest), where, cancellationToken);
        turn.ReplacePressed(card.Fill(left.True, notice: notice), DigestCard.Summary(left.True), forAll: turn.IsPersonal);
    }
}
