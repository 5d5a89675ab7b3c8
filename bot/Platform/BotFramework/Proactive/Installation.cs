using System.Text.Json.Serialization;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Platform.BotFramework.Proactive;

/// <summary>A conversation that the bot may write to unasked: the personal chat of somebody, a group chat, or a channel.</summary>
/// <param name="Reference">Without a thread: what is sent to a channel begins a new one.</param>
/// <param name="TimeZone">Where the person is, as an IANA name, as far as the person's client says so.</param>
public sealed record Installation(ConversationReference Reference, string? TimeZone = null)
{
    /// <summary>When the person last wrote or pressed something, to a week; a place has none.</summary>
    public DateOnly? SeenOn { get; init; }

    internal static readonly DocumentKind<Installation> Kind = new("installation", () => InstallationJson.Default.Installation);

    /// <summary>Names the personal chat of somebody.</summary>
    /// <param name="objectId">The Entra object id.</param>
    public static string OfPerson(string objectId) => $"person:{objectId}";

    /// <summary>Names a group chat, or a channel by any of its threads.</summary>
    public static string OfPlace(string conversationId)
    {
        ArgumentNullException.ThrowIfNull(conversationId);
        return $"place:{WithoutThread(conversationId)}";
    }

    internal static string WithoutThread(string conversationId) =>
        conversationId.IndexOf(";messageid=", StringComparison.Ordinal) is > 0 and var end ? conversationId[..end] : conversationId;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Installation))]
[JsonSerializable(typeof(Forgotten))]
internal sealed partial class InstallationJson : JsonSerializerContext;
