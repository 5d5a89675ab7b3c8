using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Feedback;

/// <summary>Somebody says whether something helped, perhaps with a word on why. Pressed again, nothing changes; pressed otherwise, the last press counts.</summary>
internal sealed class FeedbackGive(IEnumerable<FeedbackKind> kinds) : CardVerb("feedback")
{
    /// <summary>As the cards' input allows.</summary>
    private const int LongestWord = 500;

    public override async ValueTask RunAsync(TurnContext turn, CardAction action, CancellationToken cancellationToken)
    {
        var kind = kinds.FirstOrDefault(kind => kind.Name == action["kind"]);
        if (action["subject"] is not { } subject || kind?.TitleOf(subject) is null || !bool.TryParse(action["helpful"], out var helpful))
        {
            turn.Respond(InvokeResponse.Notice(Text.NoSuchSubject));
            return;
        }

        var id = FeedbackDocument.Id(kind.Name, subject, turn.Sender.ObjectId);
        var before = await turn.Documents.ReadAsync(FeedbackDocument.Kind, turn.TenantId, id, cancellationToken);
        // A word stays when only the thumb is turned.
        var word = TypedText.Clean(action["word"]?.ReplaceLineEndings(" "), LongestWord) ?? before?.Word;
        if (before is null || before.Helpful != helpful || before.Word != word)
            turn.Documents.Save(FeedbackDocument.Kind, turn.TenantId, id, new GivenFeedback(kind.Name, subject, turn.Person(), helpful, word, turn.Clock.GetUtcNow()));
        turn.Respond(InvokeResponse.Notice(helpful ? Text.Noted_Helpful : Text.Noted_NotHelpful));
    }
}
