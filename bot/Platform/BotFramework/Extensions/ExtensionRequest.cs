using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.Platform.BotFramework.Extensions;

/// <summary>
/// What somebody does in a message extension (https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/what-are-messaging-extensions).
/// All of it is a stranger's word.
/// </summary>
/// <param name="CommandId">As the manifest names it. Teams' local client leaves it out.</param>
/// <param name="Query">What is searched for.</param>
/// <param name="Data">What the dialog's card sent.</param>
/// <param name="MessageText">The words of the message that it was called on.</param>
public sealed partial record ExtensionRequest(
    ExtensionOperation Operation, string? CommandId, string? Query, IReadOnlyDictionary<string, string> Data, string? MessageText)
{
    /// <returns>Null for an operation that the bot does not know.</returns>
    internal static ExtensionRequest? TryRead(string operation, JsonElement? value)
    {
        var members = CardAction.Flatten(value);
        ExtensionOperation? known = (operation, members.GetValueOrDefault("botMessagePreviewAction")) switch
        {
            ("query", _) => ExtensionOperation.Query,
            ("fetchTask", _) => ExtensionOperation.Open,
            ("submitAction", "edit") => ExtensionOperation.Edit,
            ("submitAction", "send") => ExtensionOperation.Send,
            ("submitAction", _) => ExtensionOperation.Submit,
            _ => null,
        };
        return known is not { } one
            ? null
            : new ExtensionRequest(one, members.GetValueOrDefault("commandId"), QueryOf(value), CardAction.Flatten(Member(value, "data")), TextOf(Member(value, "messagePayload")));
    }

    /// <summary>The first parameter's value; the first opening of a search has none.</summary>
    private static string? QueryOf(JsonElement? value)
    {
        if (Member(value, "parameters") is not { ValueKind: JsonValueKind.Array } parameters) return null;
        var first = parameters.EnumerateArray().Select(parameter => CardAction.Flatten(parameter)).FirstOrDefault();
        return first?.GetValueOrDefault("name") == "initialRun" ? null : first?.GetValueOrDefault("value");
    }

    private static string? TextOf(JsonElement? message) =>
        CardAction.Flatten(Member(message, "body")).GetValueOrDefault("content") is { } content ? WebUtility.HtmlDecode(Tags().Replace(content, " ")).Trim() : null;

    private static JsonElement? Member(JsonElement? value, string name) =>
        value is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var member) ? member : null;

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Tags();
}

public enum ExtensionOperation
{
    /// <summary>Somebody types into the search.</summary>
    Query,

    /// <summary>The dialog is to be opened.</summary>
    Open,

    /// <summary>The dialog was sent off.</summary>
    Submit,

    /// <summary>The preview is not what the person wants.</summary>
    Edit,

    /// <summary>The preview is to be posted, by the bot.</summary>
    Send,
}
