using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Checkpoints;

/// <summary>Shows the list as it is now, or another page of it.</summary>
internal sealed class CheckpointsShow(EngagementAccess access, CheckpointDesk desk) : EngagementVerb("checkpoints.show", Right.See, access)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken)
    {
        var all = await CheckpointDocument.ReadAsync(turn.Documents, turn.TenantId, engagement.Id, cancellationToken);
        turn.Respond(InvokeResponse.Card(await desk.ListAsync(turn, engagement, all, new CheckpointPage(action.Number("page") ?? 1), cancellationToken)));
    }
}

/// <summary>A press about one checkpoint.</summary>
internal abstract class CheckpointVerb(string verb, Right right, EngagementAccess access, CheckpointDesk desk) : EngagementVerb(verb, right, access)
{
    protected CheckpointDesk Desk => desk;

    protected sealed override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken)
    {
        var all = await CheckpointDocument.ReadAsync(turn.Documents, turn.TenantId, engagement.Id, cancellationToken);
        var one = all.FirstOrDefault(one => one.Id == action["item"]);
        if (one is null) turn.Respond(InvokeResponse.Notice(Text.Problem_NoSuch));
        else await RunAsync(turn, new Subject(engagement, all, one), action, cancellationToken);
    }

    protected abstract ValueTask RunAsync(TurnContext turn, Subject subject, CardAction action, CancellationToken cancellationToken);

    /// <summary>Keeps a change, and shows the checkpoint as it is then.</summary>
    protected async ValueTask KeepAsync(TurnContext turn, Subject subject, CheckpointChange change, string? notice, CancellationToken cancellationToken)
    {
        var engagement = CheckpointDesk.Save(turn, subject.Engagement, subject.All, change);
        var one = change.All.First(one => one.Id == subject.One.Id);
        turn.Respond(InvokeResponse.Card(await desk.MeetingAsync(turn, engagement, change.All, one, notice, cancellationToken)));
    }
}

/// <param name="All">Every checkpoint of the engagement.</param>
/// <param name="One">The one that the press is about.</param>
internal sealed record Subject(Engagement Engagement, IReadOnlyList<Checkpoint> All, Checkpoint One);

/// <summary>Shows a checkpoint with its agenda.</summary>
internal sealed class CheckpointOpen(EngagementAccess access, CheckpointDesk desk) : CheckpointVerb("checkpoint", Right.See, access, desk)
{
    protected override async ValueTask RunAsync(TurnContext turn, Subject subject, CardAction action, CancellationToken cancellationToken) =>
        turn.Respond(InvokeResponse.Card(await Desk.MeetingAsync(turn, subject.Engagement, subject.All, subject.One, null, cancellationToken)));
}

/// <summary>Asks for another time, or why it is cancelled.</summary>
internal sealed class CheckpointEdit(EngagementAccess access, CheckpointDesk desk, MeetingForms forms) : CheckpointVerb("checkpoint.edit", Right.PlanCheckpoints, access, desk)
{
    protected override ValueTask RunAsync(TurnContext turn, Subject subject, CardAction action, CancellationToken cancellationToken)
    {
        turn.Respond(InvokeResponse.Card(forms.Move(subject.Engagement, subject.One)));
        return ValueTask.CompletedTask;
    }
}

/// <summary>Gives it another time.</summary>
internal sealed class CheckpointMove(EngagementAccess access, CheckpointDesk desk, MeetingForms forms) : CheckpointVerb("checkpoint.move", Right.PlanCheckpoints, access, desk)
{
    protected override async ValueTask RunAsync(TurnContext turn, Subject subject, CardAction action, CancellationToken cancellationToken)
    {
        var one = subject.One;
        if (!one.IsAhead)
        {
            await KeepAsync(turn, subject, new CheckpointChange(subject.All, []), Text.Problem_NotAhead, cancellationToken);
            return;
        }

        var (day, time) = (Days.Parse(action["day"]), HourSteps.ParseTime(action["time"]));
        var start = time is { } hour ? day?.ToDateTime(hour) : null;
        var problem = day is null ? Text.Problem_Day
            : start is null ? Text.Problem_Time
            : ZonedTime.At(start.Value, one.Zone) <= turn.Clock.GetUtcNow() ? Text.Problem_Past
            : null;
        if (problem is not null)
        {
            turn.Respond(InvokeResponse.Card(forms.Move(subject.Engagement, one, problem, action.Data)));
            return;
        }

        var to = new MeetingTime(start!.Value, one.Duration);
        await KeepAsync(turn, subject, CheckpointRules.Move(subject.All, one, to, turn.Person(), turn.Clock.GetUtcNow()), Text.Moved, cancellationToken);
    }
}

/// <summary>Cancels it, for a reason.</summary>
internal sealed class CheckpointCancel(EngagementAccess access, CheckpointDesk desk, MeetingForms forms) : CheckpointVerb("checkpoint.cancel", Right.PlanCheckpoints, access, desk)
{
    protected override async ValueTask RunAsync(TurnContext turn, Subject subject, CardAction action, CancellationToken cancellationToken)
    {
        if (!subject.One.IsAhead)
        {
            await KeepAsync(turn, subject, new CheckpointChange(subject.All, []), Text.Problem_NotAhead, cancellationToken);
        }
        else if (TypedText.Clean(action["why"], 300) is { } why)
        {
            await KeepAsync(turn, subject, CheckpointRules.Cancel(subject.All, subject.One, turn.Person(), turn.Clock.GetUtcNow(), why), Text.Cancelled, cancellationToken);
        }
        else
        {
            turn.Respond(InvokeResponse.Card(forms.Move(subject.Engagement, subject.One, Text.Problem_Why, action.Data)));
        }
    }
}
