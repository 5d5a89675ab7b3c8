using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.Platform.BotFramework.Turns;

/// <summary>
/// Takes the mention of the bot out of a message. Decided by the mention's id: a display name can be anybody's.
/// </summary>
internal static class MentionText
{
    public static bool Mentions(Activity activity) => activity.Entities?.Any(entity => IsOfBot(entity, activity)) == true;

    public static string Remove(Activity activity)
    {
        var text = activity.Text;
        if (string.IsNullOrEmpty(text)) return "";

        foreach (var entity in activity.Entities ?? [])
        {
            if (entity.Text is { Length: > 0 } mention && IsOfBot(entity, activity)) text = text.Replace(mention, "", StringComparison.Ordinal);
        }

        // Teams' composer leaves non-breaking spaces around a mention, now and then as an entity.
        return text.Replace("&nbsp;", " ", StringComparison.Ordinal).Replace('\u00A0', ' ').Trim();
    }

    private static bool IsOfBot(Entity entity, Activity activity) =>
        entity.Type == "mention" && entity.Mentioned?.Id is { } id && id == activity.Recipient?.Id;
}
