using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Checkpoints;

/// <summary>A press about a checkpoint that has begun: before that there is nothing to write down.</summary>
internal abstract class BegunVerb(string verb, EngagementAccess access, CheckpointDesk desk) : CheckpointVerb(verb, Right.TakeMinutes, access, desk)
{
    protected sealed override async ValueTask RunAsync(TurnContext turn, Subject subject, CardAction action, CancellationToken cancellationToken)
    {
        if (subject.One.Start <= turn.Clock.GetUtcNow() && subject.One.State != CheckpointState.Cancelled) await RunBegunAsync(turn, subject, action, cancellationToken);
        else await KeepAsync(turn, subject, new CheckpointChange(subject.All, []), Text.Problem_NotBegun, cancellationToken);
    }

    protected abstract ValueTask RunBegunAsync(TurnContext turn, Subject subject, CardAction action, CancellationToken cancellationToken);
}

/// <summary>Asks what was said and decided.</summary>
internal sealed class CheckpointMinutes(EngagementAccess access, CheckpointDesk desk, MeetingForms forms) : BegunVerb("checkpoint.minutes", access, desk)
{
    protected override ValueTask RunBegunAsync(TurnContext turn, Subject subject, CardAction action, CancellationToken cancellationToken)
    {
        turn.Respond(InvokeResponse.Card(forms.Minutes(subject.Engagement, subject.One)));
        return ValueTask.CompletedTask;
    }
}

/// <summary>Somebody says that it was held.</summary>
internal sealed class CheckpointHeld(EngagementAccess access, CheckpointDesk desk) : BegunVerb("checkpoint.held", access, desk)
{
    protected override ValueTask RunBegunAsync(TurnContext turn, Subject subject, CardAction action, CancellationToken cancellationToken) =>
        KeepAsync(turn, subject, CheckpointRules.Hold(subject.All, subject.One, turn.Person(), turn.Clock.GetUtcNow()), null, cancellationToken);
}

/// <summary>Keeps the minutes, and a decision with them; the form stays for the next one.</summary>
internal sealed class CheckpointCapture(EngagementAccess access, CheckpointDesk desk, MeetingForms forms) : BegunVerb("checkpoint.capture", access, desk)
{
    private const int MostOfMinutes = 4_000;
    private const int MostOfADecision = 300;

    protected override ValueTask RunBegunAsync(TurnContext turn, Subject subject, CardAction action, CancellationToken cancellationToken)
    {
        var minutes = action["minutes"]?.Trim() is { Length: > 0 } said ? Words.Cut(said, MostOfMinutes) : null;
        var decided = TypedText.Clean(action["decision"], MostOfADecision);
        var due = action["due"] is { Length: > 0 } day ? Days.Parse(day) : null;
        var problem = minutes is null && decided is null ? Text.Problem_NothingSaid
            : decided is null && action["decision"] is { Length: > 0 } ? Text.Problem_Decision.With(MostOfADecision)
            : due is null && action["due"] is { Length: > 0 } ? Text.Problem_Day
            : null;
        if (problem is not null)
        {
            turn.Respond(InvokeResponse.Card(forms.Minutes(subject.Engagement, subject.One, problem, action.Data)));
            return ValueTask.CompletedTask;
        }

        var owner = subject.Engagement.People.FirstOrDefault(person => person.ObjectId == action["owner"]);
        var decision = decided is null ? null : new Decision(decided, owner, due);
        var change = CheckpointRules.Capture(subject.All, subject.One, minutes, decision, turn.Person(), turn.Clock.GetUtcNow());
        var engagement = CheckpointDesk.Save(turn, subject.Engagement, subject.All, change);
        turn.Respond(InvokeResponse.Card(forms.Minutes(engagement, change.All.First(one => one.Id == subject.One.Id), Text.Saved)));
        return ValueTask.CompletedTask;
    }
}
