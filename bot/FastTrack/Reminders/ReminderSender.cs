using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>Sends a reminder. Where the bot has no way to a person, the app is installed first, if that is allowed.</summary>
internal sealed class ReminderSender(ProactiveSender sender, AppInstaller installer)
{
    public async Task<SendResult> ToPersonAsync(string tenant, string personId, RawJson card, string summary, CancellationToken cancellationToken)
    {
        var result = await ToPlaceAsync(tenant, Installation.OfPerson(personId), card, summary, cancellationToken);
        if (result.Outcome != SendOutcome.NotInstalled || await installer.TryAsync(tenant, personId, cancellationToken) is not { } installed) return result;
        return installed.Outcome == SendOutcome.Delivered ? await ToPlaceAsync(tenant, Installation.OfPerson(personId), card, summary, cancellationToken) : installed;
    }

    /// <param name="installation">The name of the place, as the bot knows it.</param>
    public Task<SendResult> ToPlaceAsync(string tenant, string installation, RawJson card, string summary, CancellationToken cancellationToken) =>
        sender.SendAsync(tenant, installation, card, summary, cancellationToken);
}
