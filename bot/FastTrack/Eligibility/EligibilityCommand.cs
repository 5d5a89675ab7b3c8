using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Platform.BotFramework.Dialogs;

namespace FastTrackBot.FastTrack.Eligibility;

public sealed class EligibilityCommand() : Command("eligibility", Text.ResourceManager, nameof(Text.PhrasesEligibility))
{
    public override bool BeginsDialog => true;

    public override ValueTask RunAsync(DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken) =>
        dialogs.BeginAsync(EligibilityDialog.DialogId, arguments, cancellationToken);
}
