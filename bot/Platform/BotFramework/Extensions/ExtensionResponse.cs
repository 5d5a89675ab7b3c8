using System.Text.Json;
using System.Text.Json.Serialization;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.Platform.BotFramework.Extensions;

/// <summary>The answers to what people do in a message extension.</summary>
public static class ExtensionResponse
{
    /// <summary>Closes the dialog, and shows nothing.</summary>
    public static readonly InvokeResponse Closed = new(StatusCodes.Status200OK);

    /// <summary>Shows a card in a dialog.</summary>
    public static InvokeResponse Dialog(string title, RawJson card) =>
        Json(new ExtensionAnswer { Task = new("continue", Write(new DialogContent(title, "medium", "medium", Attachment.Of(card)), ExtensionJson.Default.DialogContent)) });

    /// <summary>Shows a few words in the dialog, which is then over.</summary>
    public static InvokeResponse Words(string text) => Json(new ExtensionAnswer { Task = new("message", Write(text, ExtensionJson.Default.String)) });

    /// <summary>Shows what the bot would post; the person edits or sends it.</summary>
    public static InvokeResponse Preview(RawJson card) => Json(new ExtensionAnswer
    {
        ComposeExtension = new("botMessagePreview") { ActivityPreview = new Activity { Type = ActivityTypes.Message, Attachments = [Attachment.Of(card)] } },
    });

    /// <summary>Cards to choose from; the chosen one goes into the person's message.</summary>
    public static InvokeResponse Results(IEnumerable<SearchResult> results) => Json(new ExtensionAnswer
    {
        ComposeExtension = new("result")
        {
            AttachmentLayout = "list",
            Attachments = [.. results.Select(result => new ResultAttachment(
                Attachment.AdaptiveCard, result.Card, new ResultPreview("application/vnd.microsoft.card.thumbnail", new Thumbnail(result.Title, result.Text))))],
        },
    });

    /// <summary>A few words where the results would be.</summary>
    public static InvokeResponse NoResults(string text) => Json(new ExtensionAnswer { ComposeExtension = new("message") { Text = text } });

    private static InvokeResponse Json(ExtensionAnswer answer) =>
        new(StatusCodes.Status200OK, new RawJson(JsonSerializer.SerializeToUtf8Bytes(answer, ExtensionJson.Default.ExtensionAnswer)));

    private static RawJson Write<T>(T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> json) => new(JsonSerializer.SerializeToUtf8Bytes(value, json));
}

/// <param name="Title">In the list of results, as is <paramref name="Text"/>.</param>
public sealed record SearchResult(string Title, string Text, RawJson Card);

internal sealed record ExtensionAnswer
{
    public TaskAnswer? Task { get; init; }
    public ComposeExtension? ComposeExtension { get; init; }
}

internal sealed record TaskAnswer(string Type, RawJson Value);

internal sealed record DialogContent(string Title, string Height, string Width, Attachment Card);

internal sealed record ComposeExtension(string Type)
{
    public string? AttachmentLayout { get; init; }
    public IReadOnlyList<ResultAttachment>? Attachments { get; init; }
    public Activity? ActivityPreview { get; init; }
    public string? Text { get; init; }
}

internal sealed record ResultAttachment(string ContentType, RawJson Content, ResultPreview Preview);

internal sealed record ResultPreview(string ContentType, Thumbnail Content);

internal sealed record Thumbnail(string Title, string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ExtensionAnswer))]
[JsonSerializable(typeof(DialogContent))]
[JsonSerializable(typeof(string))]
internal sealed partial class ExtensionJson : JsonSerializerContext;
