using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FastTrackBot.Cards;

namespace FastTrackBot.Benchmarks.Measure;

/// <summary>The checklist of twelve items: filled from its template, and as System.Text.Json writes the same card from objects.</summary>
internal static class CardFilling
{
    private const int Fillings = 20_000;

    public static string Measure()
    {
        var template = CardLibrary.Load()["Lifecycle/Checklist"];
        using var sample = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Checklist.sample.json")));
        var model = sample.RootElement.Deserialize(ChecklistJson.Default.ChecklistModel)!;
        var card = JsonSerializer.Deserialize(template.Fill(sample.RootElement), CardJson.Default.CardElement)!;
        if (!JsonNode.DeepEquals(JsonNode.Parse(template.Fill(model, ChecklistJson.Default.ChecklistModel)), JsonSerializer.SerializeToNode(card, CardJson.Default.CardElement)))
            throw new InvalidOperationException("The objects are not the same card as the filled template.");

        double filled = double.MaxValue, fromJson = double.MaxValue, serialised = double.MaxValue;
        for (var round = 0; round < 7; round++)
        {
            filled = Math.Min(filled, MicrosecondsEach(() => template.Fill(model, ChecklistJson.Default.ChecklistModel)));
            fromJson = Math.Min(fromJson, MicrosecondsEach(() => template.Fill(sample.RootElement)));
            serialised = Math.Min(serialised, MicrosecondsEach(() => JsonSerializer.SerializeToUtf8Bytes(card, CardJson.Default.CardElement)));
        }

        return string.Create(CultureInfo.InvariantCulture, $"""
            | Checklist of 12 items filled from its template with a record | {filled:0.0} µs | < 20 µs |
            | The same with parsed JSON | {fromJson:0.0} µs | |
            | The same card written by System.Text.Json from objects | {serialised:0.0} µs | |
            """);
    }

    private static double MicrosecondsEach(Func<byte[]> make)
    {
        var begin = Stopwatch.GetTimestamp();
        var bytes = 0L;
        for (var i = 0; i < Fillings; i++) bytes += make().Length;
        return bytes > 0 ? Stopwatch.GetElapsedTime(begin).TotalMicroseconds / Fillings : 0;
    }
}

/// <summary>The data of a checklist as the bot has them.</summary>
internal sealed record ChecklistModel(
    string Lang, string Speak, string Title, string Subtitle, string? Notice, string Progress, string Engagement, string Shown, string Page,
    IReadOnlyList<ChecklistPage> Pages, IReadOnlyList<ChecklistRow> Items, string Save, string Refresh, string Details, string Phase);

internal sealed record ChecklistPage(string Title, string Page);

internal sealed record ChecklistRow(string Id, string Title, string When, string Color, string Done, string? Remark);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChecklistModel))]
internal sealed partial class ChecklistJson : JsonSerializerContext;

/// <summary>Every property that the checklist's elements have; those that one does not have stay out of its JSON.</summary>
internal sealed record CardElement
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    public string? Type { get; init; }
    public string? Version { get; init; }
    public string? Lang { get; init; }
    public string? Speak { get; init; }
    public string? FallbackText { get; init; }
    public IReadOnlyList<CardElement>? Body { get; init; }
    public IReadOnlyList<CardElement>? Items { get; init; }
    public IReadOnlyList<CardElement>? Columns { get; init; }
    public IReadOnlyList<CardElement>? Actions { get; init; }
    public string? Id { get; init; }
    public string? Style { get; init; }

    /// <summary>A word, or a number as a weight.</summary>
    public JsonElement? Width { get; init; }

    public string? HorizontalAlignment { get; init; }
    public string? VerticalContentAlignment { get; init; }
    public string? Size { get; init; }
    public string? Weight { get; init; }
    public string? Color { get; init; }
    public string? Spacing { get; init; }
    public bool? Separator { get; init; }
    public bool? IsSubtle { get; init; }
    public bool? Wrap { get; init; }
    public string? Text { get; init; }
    public string? Label { get; init; }
    public string? Title { get; init; }
    public string? Value { get; init; }
    public string? Verb { get; init; }
    public string? Tooltip { get; init; }
    public CardElement? SelectAction { get; init; }
    public string? AssociatedInputs { get; init; }
    public CardActionData? Data { get; init; }
}

internal sealed record CardActionData(string? Command, string? Engagement, string? Shown, string? Item, string? Page);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CardElement))]
internal sealed partial class CardJson : JsonSerializerContext;
