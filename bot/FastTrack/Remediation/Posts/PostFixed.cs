using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Remediation.Posts;

/// <summary>Somebody in the channel says what is fixed. Whoever pressed sees it at once, all others when the card there follows.</summary>
public sealed class PostFixed(EngagementAccess access, PostCard card) : EngagementVerb("post.fixed", Right.Remediate, access)
{
    private const string InputPrefix = "fixed-";

    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken)
    {
        var partition = RemediationPosts.Partition(turn.TenantId, engagement.Id);
        var view = await Plans.ReadAsync(turn.Documents, turn.TenantId, engagement, cancellationToken);
        if (await turn.Documents.ReadAsync(RemediationPosts.Kind, partition, action["post"] ?? "", cancellationToken) is not { } post)
        {
            turn.Respond(InvokeResponse.Notice(Text.Post_Over));
            return;
        }

        var (plan, events) = (view.Plan, new List<EngagementEvent>());
        foreach (var id in post.Items.Where(id => action[InputPrefix + id] == "true"))
        {
            var change = RemediationRules.Fix(plan, id, turn.Person(), turn.Clock.GetUtcNow());
            plan = change.Plan;
            events.AddRange(change.Events);
        }

        if (events.Count > 0) Plans.Save(turn, engagement, view, new RemediationChange(plan, events));
        turn.Respond(InvokeResponse.Card(card.Fill(engagement, plan, post, events.Count == 0 ? Text.Post_Nothing : null)));
    }
}
