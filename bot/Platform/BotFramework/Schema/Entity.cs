using System.Text.Json.Serialization;

namespace FastTrackBot.Platform.BotFramework.Schema;

/// <summary>Something that an activity's text or sender brings along: a <c>mention</c>, the sender's <c>clientInfo</c>, or where a text comes from.</summary>
public sealed record Entity
{
    public string? Type { get; init; }

    public ChannelAccount? Mentioned { get; init; }

    /// <summary>The mention as it stands in the text, <c>&lt;at&gt;Name&lt;/at&gt;</c>.</summary>
    public string? Text { get; init; }

    public string? Locale { get; init; }
    public string? Country { get; init; }
    public string? Timezone { get; init; }

    [JsonPropertyName("@type")]
    public string? SchemaType { get; init; }

    [JsonPropertyName("@context")]
    public string? SchemaContext { get; init; }

    /// <summary>A list of words, such as that a model wrote the text. Raw, as what others send here is never read.</summary>
    public RawJson? AdditionalType { get; init; }

    /// <summary>What the marks <c>[1]</c>, <c>[2]</c> … of a text stand for; see <see cref="ModelText"/>.</summary>
    public RawJson? Citation { get; init; }

    /// <summary>In a <c>streaminfo</c>: the message that grows.</summary>
    public string? StreamId { get; init; }

    /// <summary><c>informative</c>, <c>streaming</c> or <c>final</c>.</summary>
    public string? StreamType { get; init; }

    public int? StreamSequence { get; init; }
}

public sealed record MessageReaction(string? Type);
