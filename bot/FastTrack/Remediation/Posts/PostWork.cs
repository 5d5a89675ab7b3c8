using System.Globalization;
using System.Security.Cryptography;
using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Remediation.Posts;

/// <summary>
/// Brings the posted cards of an engagement up to date, each in its place; where one is gone it comes anew. Its key is tenant/engagement. It looks again
/// every hour while items are open, as an assessment changes the plan without anyone pressing.
/// </summary>
public sealed class PostWork(PostCard card, PostedCards posted, PostRefusals refusals, TimeProvider clock) : WorkKind(KindName)
{
    public const string KindName = "remediation-posts";

    private static readonly TimeSpan LookAgain = TimeSpan.FromHours(1);

    public override async Task<WorkResult> DoAsync(WorkClaim claim, DocumentSession documents, CancellationToken cancellationToken)
    {
        var (tenant, id) = claim.TenantAndId();
        if (await documents.ReadAsync(EngagementDocument.Kind, tenant, id, cancellationToken) is not { } engagement) return WorkResult.Done;
        var plan = (await Plans.ReadAsync(documents, tenant, engagement, cancellationToken)).Plan;
        ConnectorException? failed = null;
        var open = false;
        foreach (var post in await documents.ReadAllAsync(RemediationPosts.Kind, claim.Key, cancellationToken))
        {
            try
            {
                open |= await ShowAsync(documents, claim.Key, engagement, plan, post, cancellationToken);
            }
            catch (ConnectorException exception) when (exception.IsFinal)
            {
                // The bot is not there, or not any more: this one post is given up, the others are not.
                await refusals.TellAsync(tenant, engagement, post, exception, cancellationToken);
                documents.Delete(RemediationPosts.Kind, claim.Key, post.Id);
            }
            catch (ConnectorException exception)
            {
                failed = exception;
            }
        }

        if (failed is not null) return WorkResult.Again(failed.Message, failed.RetryAfter);
        if (open) documents.Queue(KindName, claim.Key, clock.GetUtcNow() + LookAgain);
        return WorkResult.Done;
    }

    /// <returns>Whether anything in it is still to be done.</returns>
    private async Task<bool> ShowAsync(
        DocumentSession documents, string partition, Engagement engagement, RemediationPlan plan, RemediationPost post, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = TurnCulture.Of(post.To.Locale);
        var filled = card.Fill(engagement, plan, post);
        var digest = Convert.ToHexString(SHA256.HashData(filled.Utf8.Span));
        if (digest != post.Shown)
        {
            var now = new PostedCard(post.Id, filled, Text.Post_Title);
            if (!await posted.TryUpdateAsync(documents, post.To, post.By.ObjectId, now, cancellationToken))
                await posted.SendAsync(documents, post.To, post.By.ObjectId, now, cancellationToken);
        }

        var isOpen = plan.Open.Any(item => post.Items.Contains(item.Id));
        if (isOpen) documents.Save(RemediationPosts.Kind, partition, post.Id, post with { Shown = digest });
        // It stays in the channel as it is; nothing more will come.
        else documents.Delete(RemediationPosts.Kind, partition, post.Id);
        return isOpen;
    }
}
