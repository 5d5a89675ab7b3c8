namespace FastTrackBot.FastTrack.Welcome;

/// <summary>Who was greeted, and who brought the bot into a team or group.</summary>
internal sealed class GreetingData : PersonalData
{
    public override Task EraseAsync(Erasure erasure, CancellationToken cancellationToken) => erasure.EachAsync(
        KnownConversation.Kind,
        (_, known) => !erasure.Is(known.Reference.UserAadObjectId) ? known
            : known.Reference.ConversationType is null or "personal" ? null
            : known with { Reference = known.Reference with { UserId = null, UserAadObjectId = null } },
        cancellationToken);
}
