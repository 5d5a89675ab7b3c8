namespace FastTrackBot.Platform.BotFramework.Schema;

/// <summary>The invokes that this bot answers; every other one gets 501, as in Microsoft's own SDKs.</summary>
public static class InvokeNames
{
    public const string CardAction = "adaptiveCard/action";
    public const string TaskFetch = "task/fetch";
    public const string TaskSubmit = "task/submit";
    public const string FileConsent = "fileConsent/invoke";
    public const string MessageSubmit = "message/submitAction";
    public const string ComposeExtensionPrefix = "composeExtension/";
}
