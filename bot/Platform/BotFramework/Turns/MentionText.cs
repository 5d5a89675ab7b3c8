using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.Platform.BotFramework.Turns;

/// <summary>
/// Takes the mention of the bot out of a message. Decided by the mention's id: a display name can be anybody's.
/// </summary>
internal static class MentionText
{
    public static string Remove(Activity activity)
    {
        var text = activity.Text;
        if (string.IsNullOrEmpty(text)) return "";

        foreach (var entity in activity.Entities ?? [])
        {
            if (entity is { Type: "mention", Text.Length: > 0 } && entity.Mentioned?.Id is { } id && id == activity.Recipient?.Id)
            {
                text = text.Replace(entity.Text, "", StringComparison.Ordinal);
            }
        }

        // Teams' composer leaves non-breaking spaces around a mention, now and then as an entity.
        return text.Replace("&nbsp;", " ", StringComparison.Ordinal).Replace('\u00A0', ' ').Trim();
    }
}
