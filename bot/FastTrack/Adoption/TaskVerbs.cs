using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Adoption;

/// <summary>Opens the four lists of a service.</summary>
internal sealed class TasksOpen(EngagementAccess access, TaskListCard card) : AdoptionVerb("adoption.tasks", Right.See, access)
{
    protected override ValueTask RunAsync(TurnContext turn, Adopting now, CardAction action, CancellationToken cancellationToken)
    {
        turn.Respond(InvokeResponse.Card(card.Fill(now.Engagement, now.Plan, action["item"])));
        return ValueTask.CompletedTask;
    }
}

/// <summary><em>Save</em>: keeps what the person ticked, and shows the lists as they are now.</summary>
internal sealed class TasksSave(EngagementAccess access, TaskListCard card) : AdoptionVerb("adoption.save", Right.Tick, access)
{
    protected override ValueTask RunAsync(TurnContext turn, Adopting now, CardAction action, CancellationToken cancellationToken)
    {
        var plan = TaskInput.Keep(turn, now, action);
        turn.ReplacePressed(card.Fill(now.Engagement, plan, action["item"]), now.Engagement.Organisation, forAll: turn.IsPersonal);
        return ValueTask.CompletedTask;
    }
}

/// <summary>A row was pressed: keeps what was ticked so far, and opens the task.</summary>
internal sealed class TaskOpen(EngagementAccess access, TaskCard card) : AdoptionVerb("adoption.task", Right.Tick, access)
{
    protected override async ValueTask RunAsync(TurnContext turn, Adopting now, CardAction action, CancellationToken cancellationToken)
    {
        var plan = TaskInput.Keep(turn, now, action);
        var mayAssign = await Access.MayAsync(turn, now.Engagement, Right.Assign, cancellationToken);
        turn.Respond(plan.Items.FirstOrDefault(item => item.Id == action["item"]) is { } item
            ? InvokeResponse.Card(card.Fill(now.Engagement, item, mayAssign))
            : InvokeResponse.Notice(Text.NoSuchTask));
    }
}

/// <summary>Keeps who sees to a task, and until when.</summary>
internal sealed class TaskSave(EngagementAccess access, TaskCard card, TaskListCard list) : AdoptionVerb("adoption.task.save", Right.Assign, access)
{
    protected override ValueTask RunAsync(TurnContext turn, Adopting now, CardAction action, CancellationToken cancellationToken)
    {
        if (now.Plan.Items.FirstOrDefault(item => item.Id == action["item"]) is not { } item)
        {
            turn.Respond(InvokeResponse.Notice(Text.NoSuchTask));
            return ValueTask.CompletedTask;
        }

        // Only somebody who takes part can be the owner: an unknown id changes nothing.
        var owner = string.IsNullOrEmpty(action["owner"]) ? null : now.Engagement.People.FirstOrDefault(person => person.ObjectId == action["owner"]) ?? item.Owner;
        if (Days.ParseIso(action["due"]) is not { } due)
        {
            turn.Respond(InvokeResponse.Card(card.Fill(now.Engagement, item with { Owner = owner }, mayAssign: true, Text.Problem_Date)));
            return ValueTask.CompletedTask;
        }

        var stamp = new EngagementEvent(EventKind.ItemAssigned, turn.Person(), turn.Clock.GetUtcNow());
        var change = AdoptionRules.Assign(now.Plan, item, owner, due, stamp);
        AdoptionDocument.Save(turn.Documents, turn.TenantId, now.Engagement, change);
        turn.ReplacePressed(list.Fill(now.Engagement, change.Plan, AdoptionTasks.WorkloadOf(item.Id)), now.Engagement.Organisation, forAll: turn.IsPersonal);
        return ValueTask.CompletedTask;
    }
}

/// <summary>What a card with lists sends.</summary>
internal static class TaskInput
{
    private const string InputPrefix = "done-";

    /// <summary>Saves what was ticked.</summary>
    public static AdoptionPlan Keep(TurnContext turn, Adopting now, CardAction action)
    {
        var shown = (action["shown"] ?? "").Split(',').ToHashSet(StringComparer.Ordinal);
        var ticks = action.Data.Where(input => input.Key.StartsWith(InputPrefix, StringComparison.Ordinal))
            .ToDictionary(input => input.Key[InputPrefix.Length..], input => input.Value == "true", StringComparer.Ordinal);
        var change = AdoptionRules.Tick(now.Plan, shown, ticks, turn.Person(), turn.Clock.GetUtcNow());
        AdoptionDocument.Save(turn.Documents, turn.TenantId, now.Engagement, change);
        return change.Plan;
    }
}
