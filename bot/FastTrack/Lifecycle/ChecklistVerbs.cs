using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Lifecycle;

/// <summary><em>Save</em> on a checklist: keeps what the person ticked, and shows the list as it is now.</summary>
public sealed class ChecklistSave(EngagementAccess access, ChecklistCard card) : CardVerb("checklist.save")
{
    private const string InputPrefix = "done-";

    public override async ValueTask RunAsync(TurnContext turn, CardAction action, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(turn, action["engagement"], cancellationToken) is not { } engagement)
        {
            turn.Respond(InvokeResponse.Error(404, "NotYours", Text.NotYours));
            return;
        }

        var shown = (action["shown"] ?? "").Split(',').ToHashSet(StringComparer.Ordinal);
        var ticked = action.Data
            .Where(input => input.Key.StartsWith(InputPrefix, StringComparison.Ordinal) && input.Value == "true")
            .Select(input => input.Key[InputPrefix.Length..])
            .ToHashSet(StringComparer.Ordinal);
        var change = ChecklistRules.Tick(engagement, shown, ticked, turn.Person(), turn.Clock.GetUtcNow());
        if (change.Events.Count > 0) EngagementDocument.Save(turn.Documents, turn.TenantId, change.Engagement, change.Events);
        turn.ReplacePressed(card.Fill(change.Engagement), engagement.Organisation, forAll: true);
    }
}

/// <summary><em>Refresh</em> on a checklist: shows it as it is now.</summary>
public sealed class ChecklistRefresh(EngagementAccess access, ChecklistCard card) : CardVerb("checklist.refresh")
{
    public override async ValueTask RunAsync(TurnContext turn, CardAction action, CancellationToken cancellationToken) =>
        turn.Respond(await access.FindAsync(turn, action["engagement"], cancellationToken) is { } engagement
            ? InvokeResponse.Card(card.Fill(engagement))
            : InvokeResponse.Error(404, "NotYours", Text.NotYours));
}
