using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Forgetting;

/// <summary>
/// The person is sure. With this turn the bot knows no way to the person any more, whatever is under way; the rest is erased right after it.
/// </summary>
internal sealed class ForgetVerb(Notice notice) : CardVerb("forget.me")
{
    public override async ValueTask RunAsync(TurnContext turn, CardAction action, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
        {
            turn.Respond(InvokeResponse.Notice(Text.PersonalOnly));
            return;
        }

        var (documents, person) = (turn.Documents, turn.Sender.ObjectId);
        var name = Installation.OfPerson(person);
        if (await documents.ReadAsync(Installation.Kind, turn.TenantId, name, cancellationToken) is not null) documents.Delete(Installation.Kind, turn.TenantId, name);
        await documents.ReadAsync(Forgotten.Kind, turn.TenantId, name, cancellationToken);
        var now = turn.Clock.GetUtcNow();
        documents.Save(Forgotten.Kind, turn.TenantId, name, new Forgotten(now, turn.Conversation.ConversationId, turn.Culture.Name));
        documents.Queue(ForgetPerson.Work, $"{turn.TenantId}/{person}", now);
        turn.ReplacePressed(notice.Fill(Text.Title_Done, Text.Done), Text.Title_Done, forAll: true);
    }
}
