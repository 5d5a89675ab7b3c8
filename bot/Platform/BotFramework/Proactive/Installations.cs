using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.Platform.BotFramework.Proactive;

/// <summary>
/// Keeps where the bot is installed: noted with each sign of life, as service URLs, languages and time zones change; gone with the
/// removal, so that nothing is sent after it.
/// </summary>
internal static class Installations
{
    public static async ValueTask NoteAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (NameOf(turn) is not { } name) return;
        var removed = IsRemoval(turn.Activity);
        if (!removed && !IsSignOfLife(turn.Activity)) return;

        var known = await turn.Documents.ReadAsync(Installation.Kind, turn.TenantId, name, cancellationToken);
        if (removed)
        {
            if (known is not null) turn.Documents.Delete(Installation.Kind, turn.TenantId, name);
            return;
        }

        if (known is null && turn.IsPersonal && !await RemembersAsync(turn, name, cancellationToken)) return;
        var now = turn.IsPersonal ? Personal(turn, known) : Shared(turn, known);
        if (now != known) turn.Documents.Save(Installation.Kind, turn.TenantId, name, now);
    }

    /// <summary>Whoever asked to be forgotten is so until the person speaks; that the app is there, or gets a new version, is nobody's word.</summary>
    private static async ValueTask<bool> RemembersAsync(TurnContext turn, string name, CancellationToken cancellationToken)
    {
        if (await turn.Documents.ReadAsync(Forgotten.Kind, turn.TenantId, name, cancellationToken) is null) return true;
        if (turn.Activity.Type is not (ActivityTypes.Message or ActivityTypes.Invoke)) return false;
        turn.Documents.Delete(Forgotten.Kind, turn.TenantId, name);
        return true;
    }

    private static string? NameOf(TurnContext turn) =>
        turn.Conversation.ServiceUrl.Length == 0 ? null
        : !turn.IsPersonal ? Installation.OfPlace(turn.Conversation.ConversationId)
        : turn.Conversation.UserAadObjectId is { Length: > 0 } person ? Installation.OfPerson(person)
        : null;

    private static Installation Personal(TurnContext turn, Installation? known)
    {
        var zone = turn.Activity.LocalTimezone ?? turn.Activity.Entities?.FirstOrDefault(entity => entity.Timezone is { Length: > 0 })?.Timezone;
        var locale = turn.Activity.Locale ?? known?.Reference.Locale;
        return new Installation(turn.Conversation with { Locale = locale }, zone ?? known?.TimeZone) { SeenOn = SeenOn(turn, known) };
    }

    /// <summary>Written down once a week: to know it better is not worth a write at each turn.</summary>
    private static DateOnly SeenOn(TurnContext turn, Installation? known)
    {
        var today = DateOnly.FromDateTime(turn.Clock.GetUtcNow().UtcDateTime);
        return known?.SeenOn is { } seen && seen > today.AddDays(-7) && seen <= today ? seen : today;
    }

    /// <summary>Nobody's language and place is everyone's: the first to write there decides, as changing them at each turn would help no one.</summary>
    private static Installation Shared(TurnContext turn, Installation? known) => new(turn.Conversation with
    {
        ConversationId = Installation.WithoutThread(turn.Conversation.ConversationId),
        UserId = null,
        UserAadObjectId = null,
        Locale = known?.Reference.Locale ?? turn.Activity.Locale,
    });

    private static bool IsRemoval(Activity activity) =>
        activity is { Type: ActivityTypes.InstallationUpdate, Action: "remove" }
        || (activity.Type == ActivityTypes.ConversationUpdate && Has(activity.MembersRemoved, activity.Recipient?.Id));

    private static bool IsSignOfLife(Activity activity) =>
        activity is { Type: ActivityTypes.Message or ActivityTypes.Invoke } or { Type: ActivityTypes.InstallationUpdate, Action: "add" or "add-upgrade" }
        || (activity.Type == ActivityTypes.ConversationUpdate && Has(activity.MembersAdded, activity.Recipient?.Id));

    private static bool Has(IReadOnlyList<ChannelAccount>? members, string? bot) => bot is not null && members?.Any(member => member?.Id == bot) == true;
}
