using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Welcome;

/// <summary>
/// Greets when the bot is installed, once: Teams tells of an installation in two activities, in either order, and repeats them after upgrades.
/// </summary>
public sealed class Greeting(Menu menu, IEnumerable<Arrival> arrivals)
{
    /// <summary>Whoever removes the app and installs it anew is greeted again.</summary>
    private static readonly TimeSpan Once = TimeSpan.FromMinutes(1);

    public ValueTask OnInstallationUpdateAsync(TurnContext turn, CancellationToken cancellationToken) => turn.Activity.Action switch
    {
        "add" => GreetAsync(turn, cancellationToken),
        "remove" => ForgetAsync(turn, cancellationToken),
        _ => ValueTask.CompletedTask,
    };

    public ValueTask OnConversationUpdateAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var bot = turn.Activity.Recipient?.Id;
        return bot is not null && turn.Activity.MembersAdded?.Any(member => member?.Id == bot) == true
            ? GreetAsync(turn, cancellationToken)
            : ValueTask.CompletedTask;
    }

    private async ValueTask GreetAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var id = turn.Conversation.ConversationId;
        var known = await turn.Documents.ReadAsync(KnownConversation.Kind, turn.TenantId, id, cancellationToken);
        var now = turn.Clock.GetUtcNow();
        if (known is not null && now - known.GreetedAt < Once) return;

        turn.Documents.Save(KnownConversation.Kind, turn.TenantId, id, new KnownConversation(turn.Conversation, now));
        menu.Greet(turn);
        foreach (var arrival in arrivals) await arrival.ArriveAsync(turn, cancellationToken);
    }

    private static async ValueTask ForgetAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var id = turn.Conversation.ConversationId;
        if (await turn.Documents.ReadAsync(KnownConversation.Kind, turn.TenantId, id, cancellationToken) is not null)
        {
            turn.Documents.Delete(KnownConversation.Kind, turn.TenantId, id);
        }

        await ChannelLinks.ForgetAsync(turn.Documents, turn.TenantId, id, cancellationToken);
    }
}
