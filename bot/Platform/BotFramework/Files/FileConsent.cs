using System.Text.Json;
using System.Text.Json.Serialization;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.Platform.BotFramework.Files;

/// <summary>
/// The two cards with which Teams hands a file to a person: the question whether the person wants it, and the link to where it lies in
/// the person's OneDrive. Personal chats only (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4).
/// </summary>
public static class FileCards
{
    public const string Consent = "application/vnd.microsoft.teams.card.file.consent";
    public const string Info = "application/vnd.microsoft.teams.card.file.info";

    /// <param name="context">Comes back with the answer.</param>
    public static Attachment Offer(NamedFile file, string description, FileContext context) => new()
    {
        ContentType = Consent,
        Name = file.Name,
        Content = new RawJson(JsonSerializer.SerializeToUtf8Bytes(
            new FileConsent(description, file.Content.Length, context, context), FileJson.Default.FileConsent)),
    };

    public static Attachment Link(FileUploadInfo uploaded) => new()
    {
        ContentType = Info,
        ContentUrl = uploaded.ContentUrl,
        Name = uploaded.Name,
        Content = new RawJson(JsonSerializer.SerializeToUtf8Bytes(new FileInfo(uploaded.UniqueId, uploaded.FileType), FileJson.Default.FileInfo)),
    };
}

/// <summary>A file that is small enough to be kept in memory, and in the store until it is handed over.</summary>
public sealed record NamedFile(string Name, byte[] Content);

/// <summary>What file was offered, and about what.</summary>
public sealed record FileContext(string File, string Subject);

/// <summary>The value of the invoke <c>fileConsent/invoke</c>.</summary>
public sealed record FileConsentAnswer(string? Action, FileContext? Context, FileUploadInfo? UploadInfo)
{
    [JsonIgnore]
    public bool IsAccepted => Action == "accept";

    /// <returns>Null where the value is none.</returns>
    internal static FileConsentAnswer? TryRead(JsonElement? value)
    {
        try
        {
            return value?.Deserialize(FileJson.Default.FileConsentAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Where Teams wants the content, and where the file is then to be found.</summary>
public sealed record FileUploadInfo(string? ContentUrl, string? Name, string? UploadUrl, string? UniqueId, string? FileType);

internal sealed record FileConsent(string Description, long SizeInBytes, FileContext AcceptContext, FileContext DeclineContext);

internal sealed record FileInfo(string? UniqueId, string? FileType);

/// <summary>A file that somebody accepted, until it is where Teams wants it.</summary>
/// <param name="OfferId">The message with the question, which has been answered.</param>
internal sealed record AcceptedFile(NamedFile File, FileUploadInfo Upload, ConversationReference To, string? OfferId)
{
    /// <summary>When it was first seen to rest.</summary>
    public DateTimeOffset? Since { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FileConsent))]
[JsonSerializable(typeof(FileInfo))]
[JsonSerializable(typeof(FileConsentAnswer))]
[JsonSerializable(typeof(AcceptedFile))]
internal sealed partial class FileJson : JsonSerializerContext;
