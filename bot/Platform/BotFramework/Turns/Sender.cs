using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.Platform.BotFramework.Turns;

/// <summary>Who sent the activity, as the channel vouches for it. Never taken from what a card sends.</summary>
/// <param name="ObjectId">The Entra object id; the channel's id where there is none (anonymous guests).</param>
/// <param name="ChannelId">The <c>29:…</c> id.</param>
public sealed record Sender(string ObjectId, string ChannelId, string? Name)
{
    public static Sender Of(Activity activity)
    {
        var channelId = activity.From?.Id ?? "";
        return new Sender(activity.From?.AadObjectId is { Length: > 0 } id ? id : channelId, channelId, activity.From?.Name);
    }
}
