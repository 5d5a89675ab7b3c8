using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform.BotFramework.Files;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Files;

/// <summary>Somebody accepts a file, or does not want it after all. It is made anew: what stands in it is what may be seen now.</summary>
public sealed class FileAnswers(EngagementAccess access, IEnumerable<FileKind> kinds)
{
    public async ValueTask AnswerAsync(TurnContext turn, FileConsentAnswer answer, CancellationToken cancellationToken)
    {
        // Teams shows an error for any body, so that words come as a message.
        turn.Respond(new InvokeResponse(StatusCodes.Status200OK));
        if (!answer.IsAccepted) return;

        if (answer.UploadInfo is not { } upload
            || kinds.FirstOrDefault(kind => kind.Name == answer.Context?.File) is not { } kind
            || await access.FindAsync(turn, answer.Context?.Subject, cancellationToken) is not { } engagement)
        {
            turn.Reply(Text.NoSuchFile);
            return;
        }

        FileWork.Accept(turn, upload, await kind.BuildAsync(turn.Documents, turn.TenantId, engagement, cancellationToken));
    }
}
