using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Platform.BotFramework.Rates;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Platform.BotFramework.Turns;

/// <summary>Changes cards outside of a turn: those that <see cref="TurnContext.Reply(RawJson, string, string?)"/> sent under a name.</summary>
public sealed class PostedCards(ConnectorClient connector, RateGate gate)
{
    /// <summary>Puts the card in the place of the one that was sent under the name.</summary>
    /// <param name="person">The Entra object id of whom it was sent to.</param>
    /// <returns>False where there is no such card any more.</returns>
    /// <exception cref="ConnectorException"/>
    public async Task<bool> TryUpdateAsync(
        DocumentSession documents, ConversationReference to, string person, PostedCard card, CancellationToken cancellationToken)
    {
        if (await documents.ReadAsync(TurnContext.Posted, to.TenantId ?? "", Id(to, person, card.Name), cancellationToken) is not { } posted) return false;
        try
        {
            gate.Count(RateScope.Of(to));
            await connector.UpdateAsync(to.ServiceUrl, to.ConversationId, posted.ActivityId, Message(to, card), cancellationToken);
            return true;
        }
        catch (ConnectorException exception) when (exception.IsGone)
        {
            return false;
        }
    }

    /// <summary>Sends the card as a new message, and remembers it under the name.</summary>
    /// <inheritdoc cref="TryUpdateAsync"/>
    public async Task SendAsync(DocumentSession documents, ConversationReference to, string person, PostedCard card, CancellationToken cancellationToken)
    {
        var id = Id(to, person, card.Name);
        await documents.ReadAsync(TurnContext.Posted, to.TenantId ?? "", id, cancellationToken);
        gate.Count(RateScope.Of(to));
        if (await connector.SendAsync(to.ServiceUrl, to.ConversationId, Message(to, card), cancellationToken) is { } sent)
            documents.Save(TurnContext.Posted, to.TenantId ?? "", id, new PostedMessage(sent));
    }

    private static string Id(ConversationReference to, string person, string name) => $"{to.ConversationId}|{person}|{name}";

    private static Activity Message(ConversationReference to, PostedCard card) => to.NewMessage() with { Summary = card.Summary, Attachments = [Attachment.Of(card.Card)] };
}

/// <param name="Name">Under which it is remembered.</param>
/// <param name="Summary">What the notification says, as a card alone has no words for it.</param>
public sealed record PostedCard(string Name, RawJson Card, string Summary);
