using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Files;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Retention;

/// <summary>Dialogs that nobody went on with, the ids of their cards, and files that could not be handed over.</summary>
internal sealed class AbandonedDialogs() : Expiry("dialogs")
{
    public override async Task<int> RunAsync(DocumentSweep sweep, ExpiryRun run, CancellationToken cancellationToken)
    {
        var days = run.Keep.DialogDays;
        var erased = 0;
        await sweep.RunAsync(ConversationState.Kind, (_, state) => Count(run.Age(state, state.Since, days, (it, now) => it with { Since = now })), cancellationToken);
        await sweep.RunAsync(TurnContext.Posted, (_, posted) => Count(run.Age(posted, posted.Since, days, (it, now) => it with { Since = now })), cancellationToken);
        await sweep.RunAsync(FileWork.Kind, (_, file) => Count(run.Age(file, file.Since, days, (it, now) => it with { Since = now })), cancellationToken);
        return erased;

        T? Count<T>(T? document)
            where T : class
        {
            if (document is null) erased++;
            return document;
        }
    }
}
