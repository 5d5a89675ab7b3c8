using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Platform.BotFramework.Proactive;

/// <summary>
/// Somebody asked to be forgotten: nothing is sent to the person unasked, by no way, before the person speaks again. It stands under the
/// same name as the installation that is gone.
/// </summary>
/// <param name="Conversation">Where the person asked for it, as long as something of it is still to be erased.</param>
public sealed record Forgotten(DateTimeOffset At, string? Conversation = null, string? Locale = null)
{
    internal static readonly DocumentKind<Forgotten> Kind = new("forgotten", () => InstallationJson.Default.Forgotten);

    public static DocumentKey KeyOf(string tenantId, string objectId) => Kind.KeyOf(tenantId, Installation.OfPerson(objectId));

    /// <param name="objectId">The Entra object id.</param>
    public static async ValueTask<bool> IsAsync(DocumentSession documents, string tenantId, string objectId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return await documents.ReadAsync(Kind, tenantId, Installation.OfPerson(objectId), cancellationToken) is not null;
    }
}
