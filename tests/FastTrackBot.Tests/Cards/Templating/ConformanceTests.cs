using System.Text.Json;
using System.Text.Json.Nodes;
using FastTrackBot.Cards;

namespace FastTrackBot.Tests.Cards.Templating;

/// <summary>
/// The table Conformance.json, filled by this engine and by the reference: equal JSON, or an error in both. A string of the table is tried
/// as a property's value, as an element of a list, within a text and as a `$when`.
/// </summary>
public sealed class ConformanceTests
{
    private static readonly JsonObject Table =
        JsonNode.Parse(File.ReadAllBytes(Path.Combine(
            RepositoryFiles.Root, "tests", "FastTrackBot.Tests", "Cards", "Templating", "Conformance.json")))!.AsObject();

    private static readonly (string Name, JsonNode Template)[] Cases =
        [.. from feature in Table["features"]!.AsObject()
            from row in feature.Value!.AsArray()
            from variant in Variants(row!)
            select ($"{feature.Key}: {row!.ToJsonString()} {variant.Name}", variant.Template)];

    private static readonly Lazy<Task<Expansion[]>> Expansions =
        new(() => Reference.FillAsync([.. Cases.Select(row => ((JsonNode?)row.Template, Table["data"]))]));

    public static TheoryData<int, string> Rows
    {
        get
        {
            var rows = new TheoryData<int, string>();
            foreach (var (index, row) in Cases.Index()) rows.Add(index, row.Name);
            return rows;
        }
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Rows))]
    public async Task The_engine_does_what_the_reference_does(int index, string name)
    {
        var expected = (await Expansions.Value)[index];

        if (expected.Error is not null)
        {
            var fault = Assert.Throws<CardTemplateException>(() => Fill(Cases[index].Template));
            Assert.StartsWith("Card template 'Test/Card', $", fault.Message, StringComparison.Ordinal);
            return;
        }

        Assert.True(expected.Card.HasValue, name);
        Reference.AssertEqual(expected.Card.Value, Fill(Cases[index].Template));
    }

    [Fact]
    public void The_table_is_not_empty() => Assert.True(Cases.Length > 300);

    private static IEnumerable<(string Name, JsonNode Template)> Variants(JsonNode row)
    {
        if (row is not JsonValue)
        {
            yield return ("", row);
            yield break;
        }

        var text = row.GetValue<string>();
        yield return ("as a value", new JsonObject { ["x"] = text });
        yield return ("in a list", new JsonArray { text });
        yield return ("in a text", new JsonObject { ["x"] = $"a {text} b" });
        if (!text.StartsWith("${", StringComparison.Ordinal)) yield break;
        yield return ("as $when", new JsonArray { new JsonObject { ["$when"] = text } });
    }

    private static JsonElement Fill(JsonNode template)
    {
        var compiled = CardTemplate.Compile("Test/Card", JsonSerializer.SerializeToUtf8Bytes(template));
        return JsonElement.Parse(compiled.Fill(JsonSerializer.SerializeToElement(Table["data"])));
    }
}
