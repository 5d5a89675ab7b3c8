namespace FastTrackBot.FastTrack.Reminders;

/// <summary>What goes into a person's daily message, and when it is time for it.</summary>
public static class DigestRules
{
    /// <summary>What is there already, was told, or taken note of, is not added again. Whoever leads is told even so.</summary>
    public static Digest Add(Digest digest, IEnumerable<Reminder> reminders)
    {
        var known = digest.Waiting.Concat(digest.Ended.Select(ended => ended.Reminder)).Select(reminder => reminder.Id).ToHashSet(StringComparer.Ordinal);
        var fresh = reminders
            .Where(reminder => reminder.Stage == ReminderStage.Escalated || !digest.Acknowledged.Contains(reminder.Topic))
            .Where(reminder => known.Add(reminder.Id)).ToList();
        return fresh.Count == 0 ? digest : digest with { Waiting = [.. digest.Waiting, .. fresh] };
    }

    public static IReadOnlyList<Reminder> Ready(Digest digest, DateOnly today) => [.. digest.Waiting.Where(reminder => reminder.Day <= today)];

    /// <summary>Each of them has its outcome. What is so old that it cannot come up again is forgotten.</summary>
    public static Digest End(Digest digest, IReadOnlyCollection<Reminder> reminders, ReminderOutcome outcome, DateTimeOffset at, ReminderPolicy policy) => digest with
    {
        Waiting = [.. digest.Waiting.Where(waiting => !reminders.Contains(waiting))],
        Ended =
        [
            .. digest.Ended.Where(ended => IsRemembered(ended, at, policy)),
            .. reminders.Select(reminder => new EndedReminder(reminder, outcome, at)),
        ],
    };

    /// <summary>Without what is forgotten; null where nothing is left.</summary>
    public static Digest? Expire(Digest digest, DateTimeOffset now, ReminderPolicy policy)
    {
        var remembered = digest.Ended.Where(ended => IsRemembered(ended, now, policy)).ToList();
        return remembered.Count == digest.Ended.Count && digest.Waiting.Count + remembered.Count > 0 ? digest
            : digest.Waiting.Count + remembered.Count > 0 ? digest with { Ended = remembered }
            : null;
    }

    /// <summary>The person has taken note: of this topic no more, unless it gets another date.</summary>
    public static Digest Acknowledge(Digest digest, Reminder reminder) => digest with
    {
        Waiting = [.. digest.Waiting.Where(waiting => waiting.Topic != reminder.Topic)],
        Acknowledged = [.. digest.Acknowledged.TakeLast(200).Append(reminder.Topic).Distinct()],
    };

    /// <summary>It was told, and is to be told again.</summary>
    public static Digest Snooze(Digest digest, Reminder reminder, DateOnly until) => digest with
    {
        Waiting = [.. digest.Waiting.Where(waiting => waiting.Id != reminder.Id), reminder with { Day = until }],
        Ended = [.. digest.Ended.Where(ended => ended.Reminder.Id != reminder.Id)],
    };

    /// <summary>What the last message told, without what the person has dealt with since.</summary>
    public static IReadOnlyList<Reminder> Shown(Digest digest) =>
    [
        .. digest.Ended.Where(ended => ended.Outcome == ReminderOutcome.Delivered && ended.At == digest.Ended.Max(last => last.At))
            .Select(ended => ended.Reminder).Where(reminder => !digest.Acknowledged.Contains(reminder.Topic)),
    ];

    /// <summary>Whether this is a time to send it: in the working hours of a working day, and the first time that day.</summary>
    public static bool IsTime(Digest digest, DateTime local, ReminderSettings settings, ReminderPolicy policy)
    {
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        var morning = Morning(settings, policy);
        // Who wants it in the evening gets it within the hour, or the next day.
        var end = morning < policy.EndOfDay ? policy.EndOfDay : morning.AddHours(1);
        return policy.Workdays.Contains(day.DayOfWeek) && digest.LastSent != day && time >= morning && (time < end || end < morning);
    }

    /// <summary>The next morning on which there is something to tell; null where nothing waits.</summary>
    public static DateTimeOffset? NextMorning(Digest digest, string zone, DateTimeOffset now, ReminderSettings settings, ReminderPolicy policy)
    {
        if (digest.Waiting.Count == 0) return null;
        var today = DateOnly.FromDateTime(ZonedTime.In(now, zone));
        var day = digest.Waiting.Min(reminder => reminder.Day);
        if (day < today) day = today;
        if (digest.LastSent >= day) day = digest.LastSent.Value.AddDays(1);
        while (true)
        {
            var morning = ZonedTime.At(day.ToDateTime(Morning(settings, policy)), zone);
            if (policy.Workdays.Contains(day.DayOfWeek) && morning >= now) return morning;
            day = day.AddDays(1);
        }
    }

    /// <summary>When to tell of a meeting: never in the quiet hours, and never when it has begun.</summary>
    /// <returns>Null where that leaves no time.</returns>
    public static DateTimeOffset? BeforeMeeting(DateTimeOffset start, int hours, string zone, ReminderSettings settings, ReminderPolicy policy)
    {
        var at = start - TimeSpan.FromHours(hours);
        var local = ZonedTime.In(at, zone);
        if (IsQuiet(TimeOnly.FromDateTime(local), settings, policy))
        {
            var until = settings.QuietUntil ?? policy.QuietUntil;
            var day = DateOnly.FromDateTime(local);
            at = ZonedTime.At((TimeOnly.FromDateTime(local) < until ? day : day.AddDays(1)).ToDateTime(until), zone);
        }

        return at < start ? at : null;
    }

    private static bool IsRemembered(EndedReminder ended, DateTimeOffset now, ReminderPolicy policy) => now - ended.At < TimeSpan.FromDays(policy.RememberedDays * 2);

    private static TimeOnly Morning(ReminderSettings settings, ReminderPolicy policy)
    {
        var morning = settings.Morning ?? policy.Morning;
        return IsQuiet(morning, settings, policy) ? settings.QuietUntil ?? policy.QuietUntil : morning;
    }

    private static bool IsQuiet(TimeOnly time, ReminderSettings settings, ReminderPolicy policy) =>
        time.IsBetween(settings.QuietFrom ?? policy.QuietFrom, settings.QuietUntil ?? policy.QuietUntil);
}
