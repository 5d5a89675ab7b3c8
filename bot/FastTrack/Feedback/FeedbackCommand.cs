using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Feedback;

/// <summary>FastTrack's people and admins see what helped, and what did not.</summary>
internal sealed class FeedbackCommand(FeedbackDesk desk, FeedbackCard card, Notice notice) : Command("feedback", Text.ResourceManager, nameof(Text.PhrasesFeedback))
{
    public override async ValueTask RunAsync(DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var turn = dialogs.Turn;
        if (await desk.ReadAsync(turn, cancellationToken) is not { } all) notice.Show(turn, Text.Title, Text.NotForYou);
        else if (all.Count == 0) notice.Show(turn, Text.Title, Text.NothingYet);
        else turn.Reply(card.Fill(all, page: 1), Text.Title);
    }
}

/// <summary>Another page of it.</summary>
internal sealed class FeedbackShow(FeedbackDesk desk, FeedbackCard card) : CardVerb("feedback.show")
{
    public override async ValueTask RunAsync(TurnContext turn, CardAction action, CancellationToken cancellationToken) =>
        turn.Respond(await desk.ReadAsync(turn, cancellationToken) is { } all
            ? InvokeResponse.Card(card.Fill(all, action.Number("page") ?? 1))
            : InvokeResponse.Notice(Text.NotForYou));
}

/// <summary>Reads feedback for whoever may see it.</summary>
internal sealed class FeedbackDesk(Roles roles)
{
    /// <returns>Null where the person may not see it.</returns>
    public async ValueTask<IReadOnlyList<GivenFeedback>?> ReadAsync(TurnContext turn, CancellationToken cancellationToken) =>
        roles.Has(turn.Sender, Role.Specialist) || roles.Has(turn.Sender, Role.Admin)
            ? await turn.Documents.ReadAllAsync(FeedbackDocument.Kind, turn.TenantId, cancellationToken)
            : null;
}
