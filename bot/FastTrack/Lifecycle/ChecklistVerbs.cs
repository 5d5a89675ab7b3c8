using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Lifecycle;

/// <summary><em>Save</em> on a checklist, and turning its page: keeps what the person ticked, and shows the list as it is now.</summary>
public sealed class ChecklistSave(EngagementAccess access, ChecklistCard card) : EngagementVerb("checklist.save", Right.Tick, access)
{
    protected override ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken)
    {
        var (changed, notice) = ChecklistInput.Keep(turn, engagement, action);
        var page = action.Number("page") ?? 1;
        var mine = card.Fill(changed, page, notice);
        turn.ReplacePressed(mine, engagement.Organisation, turn.IsPersonal ? mine : card.Fill(changed, page));
        return ValueTask.CompletedTask;
    }
}

/// <summary><em>Refresh</em> on a checklist: shows it as it is now.</summary>
public sealed class ChecklistRefresh(EngagementAccess access, ChecklistCard card) : EngagementVerb("checklist.refresh", Right.See, access)
{
    protected override ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken)
    {
        turn.Respond(InvokeResponse.Card(card.Fill(engagement, action.Number("page") ?? 1)));
        return ValueTask.CompletedTask;
    }
}

/// <summary>What a checklist's card sends.</summary>
internal static class ChecklistInput
{
    private const string InputPrefix = "done-";

    /// <summary>Saves what was ticked.</summary>
    /// <returns>The engagement as it is now, and what could not be ticked yet.</returns>
    public static (Engagement Engagement, string? Notice) Keep(TurnContext turn, Engagement engagement, CardAction action)
    {
        var shown = (action["shown"] ?? "").Split(',').ToHashSet(StringComparer.Ordinal);
        var ticks = action.Data.Where(input => input.Key.StartsWith(InputPrefix, StringComparison.Ordinal))
            .ToDictionary(input => input.Key[InputPrefix.Length..], input => input.Value == "true", StringComparer.Ordinal);
        var change = ChecklistRules.Tick(engagement, shown, ticks, turn.Person(), turn.Clock.GetUtcNow());
        EngagementDocument.Save(turn, change);
        var waits = change.Engagement.Checklist.Any(item => ticks.GetValueOrDefault(item.Id) && !item.IsDone && ChecklistRules.WaitsForCore(change.Engagement, item));
        return (change.Engagement, waits ? Text.CoreFirst : null);
    }
}
