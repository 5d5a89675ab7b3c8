using System.Text.Json.Serialization;
using FastTrackBot.Platform.Storage;
using Installed = FastTrackBot.Platform.BotFramework.Proactive.Installation;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>How a person's reminders are stored: in the tenant's partition, under the person's object id.</summary>
internal static class DigestDocument
{
    public static readonly DocumentKind<Digest> Kind = new("digest", () => RemindersJson.Default.Digest);

    public static readonly DocumentKind<ReminderSettings> Settings = new("reminder-settings", () => RemindersJson.Default.ReminderSettings);

    /// <summary>The group chat or channel that is told of an engagement's checkpoints, under the engagement's id.</summary>
    public static readonly DocumentKind<LinkedPlace> Place = new("linked-place", () => RemindersJson.Default.LinkedPlace);

    /// <summary>What became of the reminders of checkpoints, in the engagement's partition.</summary>
    public static readonly DocumentKind<CheckpointReminded> Reminded = new("reminded", () => RemindersJson.Default.CheckpointReminded);
}

/// <param name="Installation">The name of the place, as the bot knows it.</param>
internal sealed record LinkedPlace(string Installation, Person By)
{
    /// <summary>What was chosen for reminders; else the engagement's channel.</summary>
    public static async ValueTask<LinkedPlace?> OfAsync(DocumentSession documents, string tenantId, string engagementId, CancellationToken cancellationToken) =>
        await documents.ReadAsync(DigestDocument.Place, tenantId, engagementId, cancellationToken)
        ?? (await ChannelLinks.OfAsync(documents, tenantId, engagementId, cancellationToken) is { } link
            ? new LinkedPlace(Installed.OfPlace(link.Channel.ConversationId), link.By)
            : null);
}

internal sealed record CheckpointReminded(ReminderOutcome Outcome, DateTimeOffset At);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Digest))]
[JsonSerializable(typeof(ReminderSettings))]
[JsonSerializable(typeof(LinkedPlace))]
[JsonSerializable(typeof(CheckpointReminded))]
[JsonSerializable(typeof(AppInstallation))]
[JsonSerializable(typeof(RemindersBegun))]
internal sealed partial class RemindersJson : JsonSerializerContext;
