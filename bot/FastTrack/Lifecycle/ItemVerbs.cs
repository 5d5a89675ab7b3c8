using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Lifecycle;

/// <summary>A row of a checklist was pressed: keeps what was ticked so far, and opens the item.</summary>
public sealed class ItemOpen(EngagementAccess access, ItemCard card) : EngagementVerb("checklist.item", Right.Tick, access)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken)
    {
        var (changed, _) = ChecklistInput.Keep(turn, engagement, action);
        var item = changed.Checklist.FirstOrDefault(item => item.Id == action["item"]);
        var rights = await Access.RightsAsync(turn, changed, cancellationToken);
        turn.Respond(item is null ? InvokeResponse.Notice(Text.NoSuchItem) : InvokeResponse.Card(card.Fill(changed, item, rights)));
    }
}

/// <summary>A press on an item's card.</summary>
public abstract class ItemVerb(string verb, Right right, EngagementAccess access, ItemCard card, ChecklistCard list) : EngagementVerb(verb, right, access)
{
    protected sealed override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken)
    {
        if (engagement.Checklist.FirstOrDefault(item => item.Id == action["item"]) is not { } item)
        {
            turn.Respond(InvokeResponse.Notice(Text.NoSuchItem));
            return;
        }

        var rights = await Access.RightsAsync(turn, engagement, cancellationToken);
        var edited = ItemRules.Read(engagement, item, action.Data, rights.Contains(Right.Assign));
        if (Change(turn, engagement, new ItemPress(item, edited, action["why"]?.Trim())) is { } change)
        {
            EngagementDocument.Save(turn, change);
            turn.ReplacePressed(list.Fill(change.Engagement, ChecklistCard.PageOf(engagement, item.Id)), engagement.Organisation, forAll: true);
        }
        else
        {
            // What was typed stays in its fields.
            turn.Respond(InvokeResponse.Card(card.Fill(engagement, edited ?? item, rights, Problem)));
        }
    }

    /// <summary>What is wrong where there is no change.</summary>
    protected abstract string Problem { get; }

    /// <returns>Null where what was typed cannot be used.</returns>
    protected abstract EngagementChange? Change(TurnContext turn, Engagement engagement, ItemPress press);
}

/// <param name="Edited">The item as the inputs describe it; null where they cannot be used.</param>
public sealed record ItemPress(ChecklistItem Item, ChecklistItem? Edited, string? Why);

/// <summary><em>Save</em>: keeps the item's owner, date, note and what blocks it.</summary>
public sealed class ItemSave(EngagementAccess access, ItemCard card, ChecklistCard list) : ItemVerb("checklist.item.save", Right.Tick, access, card, list)
{
    protected override string Problem => Text.Problem_Date;

    protected override EngagementChange? Change(TurnContext turn, Engagement engagement, ItemPress press) =>
        press.Edited is { } edited ? ItemRules.Change(engagement, press.Item, edited, turn.Person(), turn.Clock.GetUtcNow()) : null;
}

/// <summary>The item does not apply here. As with leading on although conditions are open, it takes a role and a reason.</summary>
public sealed class ItemNotNeeded(EngagementAccess access, ItemCard card, ChecklistCard list)
    : ItemVerb("checklist.item.notNeeded", Right.Override, access, card, list)
{
    protected override string Problem => Text.ReasonMissing;

    protected override EngagementChange? Change(TurnContext turn, Engagement engagement, ItemPress press) => string.IsNullOrEmpty(press.Why)
        ? null
        : ItemRules.SetAside(engagement, press.Item, turn.Person(), turn.Clock.GetUtcNow(), Words.Cut(press.Why, ItemRules.MaximumLength));
}

/// <summary>The item does apply.</summary>
public sealed class ItemNeeded(EngagementAccess access, ItemCard card, ChecklistCard list)
    : ItemVerb("checklist.item.needed", Right.Override, access, card, list)
{
    protected override string Problem => Text.NoSuchItem;

    protected override EngagementChange? Change(TurnContext turn, Engagement engagement, ItemPress press) =>
        ItemRules.TakeBack(engagement, press.Item, turn.Person(), turn.Clock.GetUtcNow());
}
