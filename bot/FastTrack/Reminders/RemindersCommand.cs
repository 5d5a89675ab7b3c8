using System.Globalization;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>Shows how the person wants to be reminded.</summary>
internal sealed class RemindersCommand(SettingsDesk desk) : Command("reminders", Text.ResourceManager, nameof(Text.PhrasesReminders))
{
    public override async ValueTask RunAsync(DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken) =>
        dialogs.Turn.Reply(await desk.FillAsync(dialogs.Turn, null, cancellationToken), Text.Title_Settings);
}

/// <summary><em>Save</em> on that card.</summary>
internal sealed class SettingsSave(SettingsDesk desk) : CardVerb("reminders.save")
{
    public override async ValueTask RunAsync(TurnContext turn, CardAction action, CancellationToken cancellationToken)
    {
        var before = await SettingsDesk.ReadAsync(turn, cancellationToken);
        var kept = (action["muted"] ?? "").Split(',').ToHashSet(StringComparer.Ordinal);
        var after = before with
        {
            Off = action["on"] == "false",
            Morning = Time(action["morning"]) ?? before.Morning,
            QuietFrom = Time(action["quietFrom"]) ?? before.QuietFrom,
            QuietUntil = Time(action["quietUntil"]) ?? before.QuietUntil,
            Muted = [.. before.Muted.Where(kept.Contains)],
        };
        turn.Documents.Save(DigestDocument.Settings, turn.TenantId, turn.Sender.ObjectId, after);
        await desk.RequeueAsync(turn, after, cancellationToken);
        turn.Respond(InvokeResponse.Card(await desk.FillAsync(turn, Text.SettingsSaved, cancellationToken)));
    }

    private static TimeOnly? Time(string? text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
