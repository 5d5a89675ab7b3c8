using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform.BotFramework.Dialogs;

namespace FastTrackBot.FastTrack.Forgetting;

/// <summary>Shows what is kept of the person, and what of it can be erased.</summary>
internal sealed class ForgetCommand(IEnumerable<PersonalData> data, ForgetCard card, Notice notice) : Command("forget", Text.ResourceManager, nameof(Text.PhrasesForget))
{
    public override async ValueTask RunAsync(DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var turn = dialogs.Turn;
        if (!turn.IsPersonal)
        {
            notice.Show(turn, Text.Title, Text.PersonalOnly);
            return;
        }

        List<KeptData> kept = [];
        foreach (var part in data) kept.AddRange(await part.TellAsync(turn, cancellationToken));
        turn.Reply(card.Fill(kept), Text.Title);
    }
}
