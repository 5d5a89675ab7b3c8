using System.Globalization;
using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Platform.BotFramework.Files;

/// <summary>Hands over a file that somebody accepted: puts it into OneDrive, and the link in the place of the question. Its key is tenant/id.</summary>
public sealed class FileWork(FileUpload upload, ConnectorClient connector) : WorkKind(KindName)
{
    private const string KindName = "file";

    /// <summary>The address is good for some minutes only; then the person asks again.</summary>
    private const int MostAttempts = 5;

    internal static readonly DocumentKind<AcceptedFile> Kind = new("file", () => FileJson.Default.AcceptedFile);

    /// <summary>Keeps the file with the turn, to be handed over after it.</summary>
    public static void Accept(TurnContext turn, FileUploadInfo info, NamedFile file)
    {
        var id = $"{turn.Conversation.ConversationId}|{turn.Activity.Id}";
        turn.Documents.Save(Kind, turn.TenantId, id, new AcceptedFile(file, info, turn.Conversation, turn.Activity.ReplyToId));
        turn.Documents.Queue(KindName, $"{turn.TenantId}/{id}", turn.Clock.GetUtcNow());
    }

    public override async Task<WorkResult> DoAsync(WorkClaim claim, DocumentSession documents, CancellationToken cancellationToken)
    {
        var (tenant, id) = claim.TenantAndId();
        if (await documents.ReadAsync(Kind, tenant, id, cancellationToken) is not { } accepted) return WorkResult.Done;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = TurnCulture.Of(accepted.To.Locale);
        try
        {
            await upload.PutAsync(accepted.Upload.UploadUrl, accepted.File.Content, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            var refused = (exception as HttpRequestException)?.StatusCode is >= (System.Net.HttpStatusCode)400 and < (System.Net.HttpStatusCode)500;
            if (!refused && claim.Attempt < MostAttempts) return WorkResult.Again(exception.Message);
            await SayAsync(accepted, accepted.To.NewMessage() with { Text = Text.FileNotSaved.With(accepted.File.Name) }, cancellationToken);
            documents.Delete(Kind, tenant, id);
            return WorkResult.GiveUp(exception.Message);
        }

        await SayAsync(accepted, accepted.To.NewMessage() with { Summary = accepted.File.Name, Attachments = [FileCards.Link(accepted.Upload)] }, cancellationToken);
        documents.Delete(Kind, tenant, id);
        return WorkResult.Done;
    }

    private async Task SayAsync(AcceptedFile accepted, Activity message, CancellationToken cancellationToken)
    {
        if (accepted.OfferId is { Length: > 0 } offer) await connector.DeleteAsync(accepted.To.ServiceUrl, accepted.To.ConversationId, offer, cancellationToken);
        await connector.SendAsync(accepted.To.ServiceUrl, accepted.To.ConversationId, message, cancellationToken);
    }
}
