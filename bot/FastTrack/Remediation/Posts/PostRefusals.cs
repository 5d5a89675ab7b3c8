using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Platform.BotFramework.Proactive;

namespace FastTrackBot.FastTrack.Remediation.Posts;

/// <summary>Tells whoever posted a card that the bot may not write there: Teams said so only after the person had gone on.</summary>
public sealed class PostRefusals(ProactiveSender sender, Notice notice, ILogger<PostRefusals> log)
{
    public async Task TellAsync(string tenantId, Engagement engagement, RemediationPost post, ConnectorException refusal, CancellationToken cancellationToken)
    {
        Log.PostRefused(log, post.Id, post.To.ConversationId, refusal);
        var card = notice.Fill(Text.Post_Title, Text.Post_Refused.With(UserText.Escape(engagement.Organisation)));
        await sender.SendAsync(tenantId, Installation.OfPerson(post.By.ObjectId), card, Text.Post_Title, cancellationToken);
    }
}
