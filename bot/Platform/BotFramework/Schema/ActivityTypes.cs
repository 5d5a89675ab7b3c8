namespace FastTrackBot.Platform.BotFramework.Schema;

/// <summary>The values of <see cref="Activity.Type"/> that Teams sends and takes.</summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string MessageReaction = "messageReaction";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string Invoke = "invoke";
    public const string Typing = "typing";
}
