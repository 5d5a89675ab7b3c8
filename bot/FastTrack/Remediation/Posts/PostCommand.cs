using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Remediation.Posts;

/// <summary><em>post remediation</em>: every open item of the plan into the engagement's channel; or, with <em>to</em>, into the channel of that name.</summary>
public sealed class PostCommand(EngagementAccess access, EngagementGate gate, Notice notice) : Command("post", Text.ResourceManager, nameof(Text.PhrasesPost))
{
    private readonly Phrases _to = new(Text.ResourceManager, nameof(Text.PhrasesPostTo));

    public override bool Understands(string text) => base.Understands(text) || _to.Rest(text) is not null;

    public override async ValueTask RunAsync(DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var turn = dialogs.Turn;
        var name = _to.Rest(turn.Text);
        var named = name is null ? null : await NamedAsync(turn, name, cancellationToken);
        if (name is not null && named is null)
        {
            notice.Show(turn, Text.Post_Title, Text.Post_NoSuchChannel.With(UserText.Escape(name)));
            return;
        }

        var id = named?.EngagementId ?? arguments.GetValueOrDefault(EngagementVerb.Argument);
        if (await gate.OpenAsync(turn, id, Right.PlanRemediation, cancellationToken) is { } engagement)
            await PostAsync(turn, engagement, cancellationToken);
    }

    private async ValueTask PostAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken)
    {
        if (await ChannelLinks.OfAsync(turn.Documents, turn.TenantId, engagement.Id, cancellationToken) is not { } link)
        {
            notice.Show(turn, Text.Post_Title, Text.Post_NoChannel);
            return;
        }

        var view = await Plans.ReadAsync(turn.Documents, turn.TenantId, engagement, cancellationToken);
        var open = view.Plan.Items.Where(item => item.State == RemediationState.Open).Select(item => item.Id).ToList();
        if (open.Count > 0) Posting.Post(turn, engagement, view, link.Channel, PostForm.Empty with { Items = open });
        notice.Show(turn, Text.Post_Title, open.Count == 0 ? Text.Post_NothingOpen : Text.Post_Posted.With(UserText.Escape(link.Name)));
    }

    /// <summary>By a part of its name, of the engagements that the person may post about.</summary>
    private async ValueTask<ChannelLink?> NamedAsync(TurnContext turn, string name, CancellationToken cancellationToken)
    {
        foreach (var engagement in await access.ListAsync(turn, Right.PlanRemediation, cancellationToken))
        {
            if (await ChannelLinks.OfAsync(turn.Documents, turn.TenantId, engagement.Id, cancellationToken) is { } link
                && link.Name.Contains(name.TrimStart('#'), StringComparison.CurrentCultureIgnoreCase))
            {
                return link;
            }
        }

        return null;
    }
}
