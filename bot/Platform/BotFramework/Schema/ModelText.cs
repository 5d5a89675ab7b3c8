using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.Platform.BotFramework.Schema;

/// <summary>
/// A text that a model wrote, as Teams wants to be told of it: with a label, with what its marks <c>[1]</c>, <c>[2]</c> … stand for, and with
/// thumbs below (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content).
/// </summary>
public static class ModelText
{
    /// <summary>Teams takes no more.</summary>
    public const int MostCitations = 10;

    private const string MessageType = "https://schema.org/Message";
    private const int LongestName = 80;
    private const int LongestAbstract = 160;

    private static readonly RawJson Generated = new("""["AIGeneratedContent"]"""u8.ToArray());

    /// <param name="message">Where it goes.</param>
    /// <param name="text">Markdown; each of the citations has its mark in it.</param>
    public static Activity Of(Activity message, string text, IReadOnlyList<Citation> citations) => message with
    {
        Text = text,
        TextFormat = "markdown",
        Entities =
        [
            new Entity
            {
                Type = MessageType, SchemaType = "Message", SchemaContext = "https://schema.org", AdditionalType = Generated,
                Citation = citations.Count == 0 ? null : new RawJson(JsonSerializer.SerializeToUtf8Bytes(citations.Select(ClaimOf).ToList(), CitationJson.Default.ListClaim)),
            },
        ],
        ChannelData = new TeamsChannelData { FeedbackLoop = new FeedbackLoop("default") },
    };

    private static Claim ClaimOf(Citation citation) => new(citation.Position, new ClaimAppearance(
        Words.Cut(citation.Name, LongestName), Words.Cut(citation.Abstract, LongestAbstract), citation.Url));
}

/// <summary>What a mark of a text stands for.</summary>
/// <param name="Position">The number in the mark.</param>
public sealed record Citation(int Position, string Name, string Abstract, Uri? Url = null);

internal sealed record Claim(int Position, ClaimAppearance Appearance)
{
    [JsonPropertyName("@type")]
    public string Type { get; } = "Claim";
}

internal sealed record ClaimAppearance(string Name, string Abstract, Uri? Url)
{
    [JsonPropertyName("@type")]
    public string Type { get; } = "DigitalDocument";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(List<Claim>))]
internal sealed partial class CitationJson : JsonSerializerContext;
