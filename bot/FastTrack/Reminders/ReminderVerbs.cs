using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>A press on a reminder: answered only where it is one of the person who presses.</summary>
internal abstract class ReminderVerb(string verb, ReminderDesk desk) : CardVerb(verb)
{
    protected ReminderDesk Desk => desk;

    public sealed override async ValueTask RunAsync(TurnContext turn, CardAction action, CancellationToken cancellationToken)
    {
        var digest = await ReminderDesk.ReadAsync(turn, cancellationToken);
        var found = ReminderDesk.Find(digest, action["item"]);
        if (digest is null || found.Count == 0) turn.Respond(InvokeResponse.Notice(Text.NoSuchReminder));
        else await RunAsync(turn, digest, found, action, cancellationToken);
    }

    protected abstract ValueTask RunAsync(TurnContext turn, Digest digest, IReadOnlyList<Reminder> found, CardAction action, CancellationToken cancellationToken);
}

/// <summary>A press about one thing that is still to be done; what is settled meanwhile is only shown as such.</summary>
internal abstract class TrueReminderVerb(string verb, ReminderDesk desk, EngagementAccess access) : ReminderVerb(verb, desk)
{
    protected sealed override async ValueTask RunAsync(TurnContext turn, Digest digest, IReadOnlyList<Reminder> found, CardAction action, CancellationToken cancellationToken)
    {
        if (await Desk.FindTrueAsync(turn, digest, found, cancellationToken) is not { } shown)
        {
            await Desk.ShowAsync(turn, digest, Text.Settled, cancellationToken);
            return;
        }

        var plan = await turn.Documents.ReadAsync(RemediationDocument.Kind, turn.TenantId, shown.Engagement.Id, cancellationToken);
        var mayGive = HandOverRules.OwnerOf(shown.Reminder, shown.Engagement, plan) is { } owner
            && (owner.ObjectId == turn.Sender.ObjectId || await access.MayAsync(turn, shown.Engagement, Right.Assign, cancellationToken));
        await RunAsync(turn, digest, new TrueReminder(shown, plan, mayGive), action, cancellationToken);
    }

    protected abstract ValueTask RunAsync(TurnContext turn, Digest digest, TrueReminder about, CardAction action, CancellationToken cancellationToken);
}

/// <param name="MayGive">Whether the person may hand it over.</param>
internal sealed record TrueReminder(ShownReminder Shown, RemediationPlan? Plan, bool MayGive);

/// <summary>A row was pressed: shows the reminder with what can be done about it.</summary>
internal sealed class ReminderOpen(ReminderDesk desk, ReminderCard card, EngagementAccess access) : TrueReminderVerb("reminder.open", desk, access)
{
    protected override ValueTask RunAsync(TurnContext turn, Digest digest, TrueReminder about, CardAction action, CancellationToken cancellationToken)
    {
        turn.Respond(InvokeResponse.Card(card.Fill(about.Shown, about.MayGive, turn.Sender.ObjectId)));
        return ValueTask.CompletedTask;
    }
}

/// <summary>Back to the list.</summary>
internal sealed class ReminderBack(ReminderDesk desk) : ReminderVerb("reminder.back", desk)
{
    protected override ValueTask RunAsync(TurnContext turn, Digest digest, IReadOnlyList<Reminder> found, CardAction action, CancellationToken cancellationToken) =>
        Desk.ShowAsync(turn, digest, null, cancellationToken);
}

/// <summary>The person has taken note.</summary>
internal sealed class ReminderNoted(ReminderDesk desk) : ReminderVerb("reminder.noted", desk)
{
    protected override async ValueTask RunAsync(TurnContext turn, Digest digest, IReadOnlyList<Reminder> found, CardAction action, CancellationToken cancellationToken)
    {
        digest = found.Aggregate(digest, DigestRules.Acknowledge);
        await Desk.SaveAsync(turn, digest, cancellationToken);
        await Desk.ShowAsync(turn, digest, Text.Noted, cancellationToken);
    }
}

/// <summary>Again in a few days.</summary>
internal sealed class ReminderSnooze(ReminderDesk desk) : ReminderVerb("reminder.snooze", desk)
{
    protected override async ValueTask RunAsync(TurnContext turn, Digest digest, IReadOnlyList<Reminder> found, CardAction action, CancellationToken cancellationToken)
    {
        var days = Math.Clamp(action.Number("days") ?? 1, 1, 7);
        var until = (await Desk.TodayAsync(turn, digest, cancellationToken)).AddDays(days);
        digest = found.Aggregate(digest, (whole, reminder) => DigestRules.Snooze(whole, reminder, until));
        await Desk.SaveAsync(turn, digest, cancellationToken);
        await Desk.ShowAsync(turn, digest, Text.Snoozed.With(Days.Short(until)), cancellationToken);
    }
}

/// <summary>Somebody else sees to it from now on.</summary>
internal sealed class ReminderHandOver(ReminderDesk desk, EngagementAccess access) : TrueReminderVerb("reminder.handover", desk, access)
{
    protected override async ValueTask RunAsync(TurnContext turn, Digest digest, TrueReminder about, CardAction action, CancellationToken cancellationToken)
    {
        var (shown, plan) = (about.Shown, about.Plan);
        if (!about.MayGive || shown.Engagement.People.FirstOrDefault(person => person.ObjectId == action["person"]) is not { } to)
        {
            turn.Respond(InvokeResponse.Notice(Text.CannotHandOver));
            return;
        }

        var stamp = new EngagementEvent(EventKind.ItemAssigned, turn.Person(), turn.Clock.GetUtcNow());
        var given = HandOverRules.Give(shown.Reminder, shown.Engagement, plan, to, stamp);
        if (given.Plan is { } changed && !ReferenceEquals(changed, plan)) turn.Documents.Save(RemediationDocument.Kind, turn.TenantId, shown.Engagement.Id, changed);
        if (given.Events.Count > 0) EngagementDocument.Save(turn.Documents, turn.TenantId, given.Engagement, given.Events);
        await Desk.ShowAsync(turn, digest, Text.HandedOver.With(UserText.Escape(to.Name)), cancellationToken);
    }
}

/// <summary>The person does not want to hear of the engagement any more.</summary>
internal sealed class ReminderMute(ReminderDesk desk) : ReminderVerb("reminder.mute", desk)
{
    protected override async ValueTask RunAsync(TurnContext turn, Digest digest, IReadOnlyList<Reminder> found, CardAction action, CancellationToken cancellationToken)
    {
        var settings = await SettingsDesk.ReadAsync(turn, cancellationToken);
        settings = settings with { Muted = [.. settings.Muted.TakeLast(100).Append(found[0].EngagementId).Distinct()] };
        turn.Documents.Save(DigestDocument.Settings, turn.TenantId, turn.Sender.ObjectId, settings);
        await Desk.ShowAsync(turn, digest, Text.MutedNow, cancellationToken);
    }
}

/// <summary>What a meeting decided has been done.</summary>
internal sealed class ReminderDone(ReminderDesk desk, EngagementAccess access) : TrueReminderVerb("reminder.done", desk, access)
{
    protected override async ValueTask RunAsync(TurnContext turn, Digest digest, TrueReminder about, CardAction action, CancellationToken cancellationToken)
    {
        var (reminder, engagement) = (about.Shown.Reminder, about.Shown.Engagement);
        var meetings = await CheckpointDocument.ReadAsync(turn.Documents, turn.TenantId, engagement.Id, cancellationToken);
        if (reminder.Kind != ReminderKind.Decision || DecisionRules.Finish(meetings, reminder.Subject, new Mark(turn.Person(), turn.Clock.GetUtcNow())) is not { } change)
        {
            turn.Respond(InvokeResponse.Notice(Text.NoSuchReminder));
            return;
        }

        CheckpointDocument.Save(turn.Documents, turn.TenantId, engagement, meetings, change, turn.Clock.GetUtcNow());
        // The card is read from what is committed, where it still stands open.
        await Desk.ShowAsync(turn, DigestRules.Acknowledge(digest, reminder), Text.DecisionDone, cancellationToken);
    }
}
