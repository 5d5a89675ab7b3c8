using System.Text.Json;
using System.Text.RegularExpressions;

namespace FastTrackBot.Tests.House;

/// <summary>A template holds the look of a card; its words come from the resources, and its sample shows it in the designer.</summary>
public sealed partial class CardTests
{
    private static readonly HashSet<string> Words =
        ["text", "title", "label", "placeholder", "altText", "errorMessage", "fallbackText", "speak", "tooltip", "subtitle"];

    private static IReadOnlyList<string> Templates { get; } =
        [.. SourceCode.Paths.Where(path => path.StartsWith("cards/Templates/", StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal))];

    [Fact]
    public void Every_template_has_a_sample_and_every_sample_a_template()
    {
        var templates = Templates.Where(path => !path.EndsWith(".sample.json", StringComparison.Ordinal)).Select(path => path.Replace(".json", "", StringComparison.Ordinal));
        var samples = Templates.Where(path => path.EndsWith(".sample.json", StringComparison.Ordinal)).Select(path => path.Replace(".sample.json", "", StringComparison.Ordinal));

        Assert.NotEmpty(Templates);
        Assert.Equal(templates.Order(), samples.Order());
    }

    [Fact]
    public void No_template_speaks_a_language_of_its_own() => Breaches.None(
        from path in Templates
        where !path.EndsWith(".sample.json", StringComparison.Ordinal)
        from text in Literals(JsonElement.Parse(new SourceFile(path).Text))
        select $"{path}: {text}");

    private static IEnumerable<string> Literals(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().SelectMany(property =>
            property.Value.ValueKind is JsonValueKind.String && Words.Contains(property.Name)
                ? Spoken(property.Value.GetString()!)
                : Literals(property.Value)),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Literals),
        _ => [],
    };

    /// <summary>Letters outside of ${…}, and quoted inside of it other than to compare with.</summary>
    private static IEnumerable<string> Spoken(string text) =>
        Expression().Replace(text, "").Any(char.IsLetter) || Expression().Matches(text).Any(match => Quoted().IsMatch(match.Value)) ? [text] : [];

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex Expression();

    [GeneratedRegex(@"(?<![=!]=\s*)'[^']*\p{L}[^']*'")]
    private static partial Regex Quoted();
}
