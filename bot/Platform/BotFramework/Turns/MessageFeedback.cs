using System.Text.Json;

namespace FastTrackBot.Platform.BotFramework.Turns;

/// <summary>A press on the thumbs that Teams shows below a message.</summary>
/// <param name="Word">What the person added.</param>
public sealed record MessageFeedback(bool IsHelpful, string? Word)
{
    /// <returns>Null where the value is no feedback.</returns>
    public static MessageFeedback? TryRead(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } submitted || CardAction.Flatten(submitted).GetValueOrDefault("actionName") != "feedback") return null;
        if (!submitted.TryGetProperty("actionValue", out var action)) return null;
        var given = CardAction.Flatten(action);
        return given.GetValueOrDefault("reaction") switch
        {
            "like" => new MessageFeedback(true, WordOf(given.GetValueOrDefault("feedback"))),
            "dislike" => new MessageFeedback(false, WordOf(given.GetValueOrDefault("feedback"))),
            _ => null,
        };
    }

    /// <summary>Teams sends the plain text, or JSON in a text: both are documented.</summary>
    private static string? WordOf(string? feedback)
    {
        if (feedback is null || !feedback.StartsWith('{')) return feedback;
        try
        {
            using var json = JsonDocument.Parse(feedback);
            return CardAction.Flatten(json.RootElement).GetValueOrDefault("feedbackText");
        }
        catch (JsonException)
        {
            return feedback;
        }
    }
}
