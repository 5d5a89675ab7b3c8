using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastTrackBot.Tests.Cards;

/// <summary>What the reference implementation made of a template: a card, or an error.</summary>
internal sealed record Expansion(JsonElement? Card, string? Error);

internal static class Reference
{
    public static async Task<Expansion[]> FillAsync(IReadOnlyCollection<(JsonNode? Template, JsonNode? Data)> pairs)
    {
        var answers = await Npm.AskAsync("fill.mjs", [.. pairs.Select(pair => new { template = pair.Template, data = pair.Data })]);
        return [.. answers.Select(answer => answer.TryGetProperty("error", out var error)
            ? new Expansion(null, error.GetString())
            : new Expansion(answer.TryGetProperty("card", out var card) ? card : null, null))];
    }

    public static void AssertEqual(JsonElement expected, JsonElement actual) =>
        Assert.True(JsonElement.DeepEquals(expected, actual), $"reference: {expected.GetRawText()}\n  engine: {actual.GetRawText()}");
}
