namespace FastTrackBot.Platform.BotFramework.Schema;

/// <summary>Something that an activity's text or sender brings along: a <c>mention</c>, or the sender's <c>clientInfo</c>.</summary>
public sealed record Entity
{
    public string? Type { get; init; }

    public ChannelAccount? Mentioned { get; init; }

    /// <summary>The mention as it stands in the text, <c>&lt;at&gt;Name&lt;/at&gt;</c>.</summary>
    public string? Text { get; init; }

    public string? Locale { get; init; }
    public string? Country { get; init; }
    public string? Timezone { get; init; }
}

public sealed record MessageReaction(string? Type);
