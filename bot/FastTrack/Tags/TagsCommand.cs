using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Tags;

/// <summary>Shows motion and tags of an engagement, to be changed.</summary>
public sealed class TagsCommand(EngagementGate gate, TagsCard card)
    : EngagementCommand("tags", Text.ResourceManager, nameof(Text.PhrasesTags), Right.Tag, gate)
{
    protected override ValueTask RunAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken)
    {
        turn.Reply(card.Fill(engagement), engagement.Organisation);
        return ValueTask.CompletedTask;
    }
}

public sealed class TagsSave(EngagementAccess access, TagsCard card) : EngagementVerb("tags.save", Right.Tag, access)
{
    protected override ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken)
    {
        var tags = (action["tags"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var change = TagRules.Tag(engagement, action["motion"] ?? "", tags, turn.Person(), turn.Clock.GetUtcNow());
        EngagementDocument.Save(turn, change);
        turn.ReplacePressed(card.Fill(change.Engagement, Text.Saved), engagement.Organisation, forAll: turn.IsPersonal);
        return ValueTask.CompletedTask;
    }
}
