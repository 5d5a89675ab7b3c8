using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Assessment;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Remediation.Posts;

/// <summary>Items of the plan for a whole channel: everyone sees the same card, ticks what is fixed, and the card follows the plan.</summary>
public sealed class PostCard(CardLibrary cards)
{
    public RawJson Fill(Engagement engagement, RemediationPlan plan, RemediationPost post, string? notice = null)
    {
        // Items can leave a plan; a card without them is still right.
        var items = post.Items.Select(id => plan.Items.FirstOrDefault(item => item.Id == id)).OfType<RemediationItem>().ToList();
        var open = items.Where(item => item.State == RemediationState.Open).ToList();
        var model = new PostCardModel(
            Words.Language,
            engagement.Organisation,
            Text.Post_Title,
            notice,
            post.Note is { } note ? new UserText(note) : (UserText?)null,
            Text.Post_Summary.With(items.Count - open.Count, items.Count),
            [.. open.Select(item => new PostToggle("fixed-" + item.Id, FindingWords.Title(item.Finding), About(item), item.Finding.Severity == Severity.Blocker ? "■" : "▲"))],
            [.. items.Except(open).Select(item => new PostDone(FindingWords.Title(item.Finding), PlanWords.State(item), item.State == RemediationState.Fixed ? "◐" : "✓"))],
            Text.Post_By.With(UserText.Escape(post.By.Name), Days.Short(DateOnly.FromDateTime(post.At.UtcDateTime))),
            engagement.Id,
            post.Id,
            open.Count > 0 ? Text.Post_Fixed : null);
        return new RawJson(cards["Remediation/Post"].Fill(model, PostJson.Default.PostCardModel));
    }

    private static string About(RemediationItem item) => Text.OwnerAndDue.With(UserText.Escape(item.Owner.Name), Days.Short(item.Due));
}

/// <summary>The data of the template <c>Remediation/Post</c>.</summary>
internal sealed record PostCardModel(
    string Lang, UserText Organisation, string Title, string? Notice, UserText? Note, string Summary,
    IReadOnlyList<PostToggle> Open, IReadOnlyList<PostDone> Rest, string By, string Engagement, string Post, string? Button);

internal sealed record PostToggle(string Input, string Title, string About, string Mark);

internal sealed record PostDone(string Title, string State, string Mark);
