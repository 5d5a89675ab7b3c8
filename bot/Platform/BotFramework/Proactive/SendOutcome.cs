namespace FastTrackBot.Platform.BotFramework.Proactive;

/// <summary>What became of an attempt to send something unasked. Each attempt has exactly one.</summary>
public enum SendOutcome
{
    Delivered,

    /// <summary>The person or an administrator blocked the bot (403). Nothing more is sent there.</summary>
    Blocked,

    /// <summary>The bot is not installed there, or the conversation is no more (404).</summary>
    NotInstalled,

    /// <summary>The service wants to be left alone until <see cref="SendResult.Until"/> (429).</summary>
    Throttled,

    /// <summary>For the reason that is given.</summary>
    Failed,
}

/// <param name="Reason">In words for an operator, unless it was delivered.</param>
/// <param name="MayRetry">It was surely not delivered, and may be another time.</param>
public sealed record SendResult(SendOutcome Outcome, string? Reason = null, bool MayRetry = false)
{
    /// <summary>The id of the message that was delivered.</summary>
    public string? ActivityId { get; init; }

    public DateTimeOffset? Until { get; init; }

    public static SendResult NotInstalled { get; } = new(SendOutcome.NotInstalled, "The bot is not installed there.");
}
