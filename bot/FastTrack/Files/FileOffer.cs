using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform.BotFramework.Files;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Files;

/// <summary>Somebody asks for a file: Teams asks back whether it may be put into the person's OneDrive.</summary>
public sealed class FileOffer(EngagementAccess access, IEnumerable<FileKind> kinds) : EngagementVerb("file", Right.See, access)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
        {
            // Elsewhere Teams shows no such question.
            turn.Respond(InvokeResponse.Notice(Text.PersonalOnly));
        }
        else if (kinds.FirstOrDefault(kind => kind.Name == action["file"]) is not { } kind)
        {
            turn.Respond(InvokeResponse.Notice(Text.NoSuchFile));
        }
        else
        {
            var file = await kind.BuildAsync(turn.Documents, turn.TenantId, engagement, cancellationToken);
            turn.Offer(file, kind.Describe(engagement), new FileContext(kind.Name, engagement.Id));
            turn.Respond(InvokeResponse.Notice(Text.Offered));
        }
    }
}
