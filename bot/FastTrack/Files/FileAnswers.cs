using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform.BotFramework.Files;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Files;

/// <summary>Somebody accepts a file, or does not want it after all. It is made anew: what stands in it is what may be seen now.</summary>
public sealed class FileAnswers(EngagementAccess access, IEnumerable<FileKind> kinds, IEnumerable<TenantFile> tenantFiles)
{
    public async ValueTask AnswerAsync(TurnContext turn, FileConsentAnswer answer, CancellationToken cancellationToken)
    {
        // Teams shows an error for any body, so that words come as a message.
        turn.Respond(new InvokeResponse(StatusCodes.Status200OK));
        if (!answer.IsAccepted) return;

        if (answer.UploadInfo is { } upload && await BuildAsync(turn, answer.Context, cancellationToken) is { } file) FileWork.Accept(turn, upload, file);
        else turn.Reply(Text.NoSuchFile);
    }

    private async ValueTask<NamedFile?> BuildAsync(TurnContext turn, FileContext? context, CancellationToken cancellationToken)
    {
        if (tenantFiles.FirstOrDefault(file => file.Name == context?.File) is { } tenantFile) return await tenantFile.BuildAsync(turn, cancellationToken);
        return kinds.FirstOrDefault(kind => kind.Name == context?.File) is { } kind
            && await access.FindAsync(turn, context?.Subject, cancellationToken) is { } engagement
            ? await kind.BuildAsync(turn.Documents, turn.TenantId, engagement, cancellationToken)
            : null;
    }
}
