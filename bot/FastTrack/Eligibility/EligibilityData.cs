using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Eligibility;

/// <summary>The last check of each person.</summary>
internal sealed class EligibilityData : PersonalData
{
    public override async ValueTask<IReadOnlyList<KeptData>> TellAsync(TurnContext turn, CancellationToken cancellationToken) =>
        await turn.Documents.ReadAsync(EligibilityCheck.Kind, turn.TenantId, turn.Sender.ObjectId, cancellationToken) is { } check
            ? [new KeptData(Text.Kept_Check.With(check.At.UtcDateTime.ToString("d", System.Globalization.CultureInfo.CurrentCulture)))]
            : [];

    public override Task EraseAsync(Erasure erasure, CancellationToken cancellationToken) => erasure.EraseAsync(EligibilityCheck.Kind, erasure.PersonId, cancellationToken);
}
