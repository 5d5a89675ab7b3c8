using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Extensions;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Remediation.Posts;

/// <summary><em>Post remediation card</em>: choose, preview, send. What the preview shows is kept here: nothing that comes back with it is believed.</summary>
public sealed class PostExtension(EngagementAccess access, PostDialogCard dialog, PostCard card) : MessageExtension("postRemediation", searches: false)
{
    private const int LongestNote = 500;

    internal static readonly DocumentKind<PostDraft> Draft = new("remediation-draft", () => PostJson.Default.PostDraft);

    public override ValueTask RunAsync(TurnContext turn, ExtensionRequest request, CancellationToken cancellationToken) => request.Operation switch
    {
        ExtensionOperation.Open => OpenAsync(turn, request, cancellationToken),
        ExtensionOperation.Submit => SubmitAsync(turn, request.Data, cancellationToken),
        ExtensionOperation.Edit => EditAsync(turn, cancellationToken),
        _ => SendAsync(turn, cancellationToken),
    };

    private async ValueTask OpenAsync(TurnContext turn, ExtensionRequest request, CancellationToken cancellationToken)
    {
        var form = PostForm.Empty with { Note = request.MessageText is { Length: > 0 } text ? Words.Cut(text, LongestNote) : null };
        var linked = await ChannelLinks.EngagementOfAsync(turn.Documents, turn.TenantId, turn.Conversation.ConversationId, cancellationToken);
        if (await MineAsync(turn, linked, cancellationToken) is { } here)
        {
            await AskAsync(turn, here, form, cancellationToken);
            return;
        }

        var mine = (await access.ListAsync(turn, Right.PlanRemediation, cancellationToken)).Where(engagement => !engagement.IsClosed).ToList();
        if (mine is [var only]) await AskAsync(turn, only, form, cancellationToken);
        else turn.Respond(mine.Count == 0 ? ExtensionResponse.Words(Text.Post_None) : ExtensionResponse.Dialog(Text.Post_Title, dialog.Choose(mine)));
    }

    private async ValueTask SubmitAsync(TurnContext turn, IReadOnlyDictionary<string, string> data, CancellationToken cancellationToken)
    {
        if (await MineAsync(turn, data.GetValueOrDefault("engagement"), cancellationToken) is not { } engagement)
        {
            turn.Respond(ExtensionResponse.Words(Text.Post_None));
            return;
        }

        var view = await Plans.ReadAsync(turn.Documents, turn.TenantId, engagement, cancellationToken);
        var (form, problem) = PostFormRules.Read(view.Plan, engagement, data, LongestNote);
        if (problem is not PostProblem.None)
        {
            await AskAsync(turn, engagement, form, cancellationToken, problem switch { PostProblem.Date => Text.Problem_Date, PostProblem.NoItems => Text.Post_NoItems, _ => null });
            return;
        }

        await turn.Documents.ReadAsync(Draft, turn.TenantId, turn.Sender.ObjectId ?? "", cancellationToken);
        turn.Documents.Save(Draft, turn.TenantId, turn.Sender.ObjectId ?? "", new PostDraft(engagement.Id, form));
        var preview = new RemediationPost("preview", turn.Conversation, form.Items, form.Note, turn.Person(), turn.Clock.GetUtcNow());
        turn.Respond(ExtensionResponse.Preview(card.Fill(engagement, PostFormRules.Applied(view.Plan, engagement, form), preview)));
    }

    private async ValueTask EditAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await DraftAsync(turn, cancellationToken) is var (engagement, form)) await AskAsync(turn, engagement, form, cancellationToken);
        else turn.Respond(ExtensionResponse.Words(Text.Post_None));
    }

    private async ValueTask SendAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await DraftAsync(turn, cancellationToken) is not var (engagement, form))
        {
            turn.Respond(ExtensionResponse.Words(Text.Post_None));
            return;
        }

        var view = await Plans.ReadAsync(turn.Documents, turn.TenantId, engagement, cancellationToken);
        Posting.Post(turn, engagement, view, turn.Conversation, form);
        turn.Documents.Delete(Draft, turn.TenantId, turn.Sender.ObjectId ?? "");
        turn.Respond(ExtensionResponse.Closed);
    }

    private async ValueTask AskAsync(TurnContext turn, Engagement engagement, PostForm form, CancellationToken cancellationToken, string? problem = null)
    {
        var view = await Plans.ReadAsync(turn.Documents, turn.TenantId, engagement, cancellationToken);
        var open = view.Plan.Items.Where(item => item.State == RemediationState.Open).OrderBy(item => item.Due).ToList();
        turn.Respond(open.Count == 0 ? ExtensionResponse.Words(Text.Post_NothingOpen) : ExtensionResponse.Dialog(Text.Post_Title, dialog.Items(engagement, open, form, problem)));
    }

    private async ValueTask<(Engagement, PostForm)?> DraftAsync(TurnContext turn, CancellationToken cancellationToken) =>
        await turn.Documents.ReadAsync(Draft, turn.TenantId, turn.Sender.ObjectId ?? "", cancellationToken) is { } draft
        && await MineAsync(turn, draft.EngagementId, cancellationToken) is { } engagement
            ? (engagement, draft.Form)
            : null;

    /// <returns>Null where the person may not post about it.</returns>
    private async ValueTask<Engagement?> MineAsync(TurnContext turn, string? id, CancellationToken cancellationToken) =>
        await access.FindAsync(turn, id, cancellationToken) is { } engagement && await access.MayAsync(turn, engagement, Right.PlanRemediation, cancellationToken)
            ? engagement
            : null;
}
