using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.Platform.BotFramework.Rates;

/// <summary>Where a call goes, as the limits see it.</summary>
public readonly record struct RateScope(string TenantId, string ThreadId)
{
    public static RateScope Of(ConversationReference to)
    {
        ArgumentNullException.ThrowIfNull(to);
        return new RateScope(to.TenantId ?? "", to.ConversationId);
    }
}
