namespace FastTrackBot.FastTrack.Remediation.Posts;

/// <summary>What somebody was about to post, and who posted what stands in a channel.</summary>
internal sealed class PostData : PersonalData
{
    public override async Task EraseAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        await erasure.EraseAsync(PostExtension.Draft, erasure.PersonId, cancellationToken);
        await erasure.EachAsync(
            RemediationPosts.Kind,
            (_, post) => erasure.Is(post.By) ? post with { By = erasure.Somebody, To = post.To with { UserId = null, UserAadObjectId = null } } : post,
            cancellationToken);
    }
}
