using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace FastTrackBot.FastTrack.Questions.Model;

/// <summary>All that is sent along with a question. Who asks is not part of it.</summary>
internal sealed record Prompt(string Question, string Language, string Today, IReadOnlyList<PromptPassage> Passages);

/// <param name="Mark">The number by which the answer refers to it.</param>
/// <param name="Dated">When its source was published, as far as that is known.</param>
internal sealed record PromptPassage(int Mark, string Title, string Text, string? Dated);

/// <summary>What functions return.</summary>
/// <param name="Mark">The number by which the answer refers to it; null where there is nothing to refer to.</param>
internal sealed record FunctionResult<T>(int? Mark, T Data);

/// <summary>JSON parts data from instructions: a quotation mark in a text cannot end it. Letters of all scripts stay what they are, as escapes would only cost.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Prompt))]
[JsonSerializable(typeof(FunctionResult<string>))]
[JsonSerializable(typeof(FunctionResult<IReadOnlyList<EngagementLine>>))]
[JsonSerializable(typeof(FunctionResult<EngagementFacts>))]
[JsonSerializable(typeof(FunctionResult<OpenItems>))]
[JsonSerializable(typeof(FunctionResult<NextCheckpoint>))]
internal sealed partial class PromptJson : JsonSerializerContext
{
    public static PromptJson Data { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    public static string Write<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);
}
