using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Remediation.Posts;

/// <summary>Posts items of the plan: writes down what is to stand where. <see cref="PostWork"/> then brings it about, and keeps it so.</summary>
internal static class Posting
{
    /// <param name="form">Owner and date, where given, are set for each of the items.</param>
    public static void Post(TurnContext turn, Engagement engagement, PlanView view, ConversationReference to, PostForm form)
    {
        var now = turn.Clock.GetUtcNow();
        var (plan, events) = (view.Plan, new List<EngagementEvent>());
        var after = PostFormRules.Applied(view.Plan, engagement, form);
        foreach (var item in after.Items.Where(item => form.Items.Contains(item.Id)))
        {
            var change = RemediationRules.Assign(plan, item.Id, item.Owner, item.Due, turn.Person(), now);
            plan = change.Plan;
            events.AddRange(change.Events);
        }

        var post = new RemediationPost(
            Guid.NewGuid().ToString("N"), to with { UserId = null, UserAadObjectId = null, Locale = turn.Culture.Name }, form.Items, form.Note, turn.Person(), now);
        turn.Documents.Save(RemediationPosts.Kind, RemediationPosts.Partition(turn.TenantId, engagement.Id), post.Id, post);
        events.Add(new EngagementEvent(EventKind.RemediationPosted, turn.Person(), now));
        Plans.Save(turn, engagement with { HasPosts = true }, view, new RemediationChange(plan, events));
    }
}
