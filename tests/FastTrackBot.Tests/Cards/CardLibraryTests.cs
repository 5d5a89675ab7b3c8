using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FastTrackBot.Cards;

namespace FastTrackBot.Tests.Cards;

/// <summary>Every card of the product, filled with its sample.</summary>
public sealed class CardLibraryTests
{
    // Teams refuses larger cards in some places; see the message size limits of bots and webhooks.
    private const int LargestCard = 28 * 1024;

    private static readonly CardLibrary Library = CardLibrary.Load();
    private static readonly string[] Names = [.. RepositoryFiles.CardNames];

    private static readonly Lazy<Task<Expansion[]>> Expansions = new(() => Reference.FillAsync(
        [.. Names.Select(name => (JsonNode.Parse(RepositoryFiles.Template(name)), JsonNode.Parse(RepositoryFiles.Sample(name))))]));

    private static readonly Lazy<Task<JsonElement[]>> Objections = new(() => Npm.AskAsync("parse.mjs",
        [.. Names.Select(name => new { card = Fill(name), schema = RepositoryFiles.Shared("cards", "adaptive-card-1.5.schema.json") })]));

    public static TheoryData<string> Cards => new(Names);

    [Fact]
    public void The_library_has_each_template_of_the_source_tree_under_its_folder_and_name() =>
        Assert.Equal(Names, Library.Templates.Select(template => template.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void An_unknown_card_is_named_in_the_error() =>
        Assert.Contains("'No/Such'", Assert.Throws<KeyNotFoundException>(() => Library["No/Such"]).Message, StringComparison.Ordinal);

    [Fact]
    public void All_faulty_templates_are_listed_at_once()
    {
        var fault = Assert.Throws<CardTemplateException>(() => CardLibrary.Compile(
            [("A/One", "{\"a\":\"${\"}"u8.ToArray()), ("A/Good", "{}"u8.ToArray()), ("B/Two", "{\"b\":\"${nope()}\"}"u8.ToArray())]));

        Assert.Equal("A/One, B/Two", fault.Template);
        Assert.Contains("'A/One', $.a", fault.Message, StringComparison.Ordinal);
        Assert.Contains("'B/Two', $.b", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public async Task A_card_is_filled_as_the_reference_fills_it(string name)
    {
        var expansion = (await Expansions.Value)[Array.IndexOf(Names, name)];

        Assert.Null(expansion.Error);
        Reference.AssertEqual(expansion.Card!.Value, Fill(name));
        Assert.DoesNotContain("${", Encoding.UTF8.GetString(FillBytes(name)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public async Task A_card_is_valid_for_the_reference_renderer_and_for_the_schema(string name)
    {
        var objections = (await Objections.Value)[Array.IndexOf(Names, name)];

        Assert.Equal("{\"events\":[],\"schema\":[]}", objections.GetRawText());
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void A_card_is_small_enough_for_Teams_and_says_what_people_who_cannot_see_it_need(string name)
    {
        var card = Fill(name);

        Assert.InRange(FillBytes(name).Length, 1, LargestCard);
        Assert.Equal("1.5", card.GetProperty("version").GetString());
        foreach (var property in (string[])["lang", "speak", "fallbackText"]) Assert.NotEmpty(card.GetProperty(property).GetString()!);
        Assert.All(Elements(card), element =>
        {
            var type = element.GetProperty("type").GetString()!;
            if (type == "TextBlock") Assert.True(element.GetProperty("wrap").GetBoolean());
            if (type == "Image") Assert.NotEmpty(element.GetProperty("altText").GetString()!);
            // A toggle's title is its label; a second one above it would be read twice.
            if (type.StartsWith("Input.", StringComparison.Ordinal)) Assert.NotEmpty(element.GetProperty(type == "Input.Toggle" ? "title" : "label").GetString()!);
        });
    }

    [Fact]
    public async Task The_validators_do_object_to_a_card_with_faults()
    {
        var card = JsonNode.Parse(
            """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"a","size":"Huge"},{"type":"Nope"}]}""");
        var schema = RepositoryFiles.Shared("cards", "adaptive-card-1.5.schema.json");

        var answer = Assert.Single(await Npm.AskAsync("parse.mjs", [new { card, schema }]));

        Assert.NotEqual(0, answer.GetProperty("events").GetArrayLength());
        Assert.NotEqual(0, answer.GetProperty("schema").GetArrayLength());
    }

    private static byte[] FillBytes(string name) => Library[name].Fill(JsonElement.Parse(RepositoryFiles.Sample(name)));

    private static JsonElement Fill(string name) => JsonElement.Parse(FillBytes(name));

    private static IEnumerable<JsonElement> Elements(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Elements),
        JsonValueKind.Object when element.TryGetProperty("type", out _) =>
            element.EnumerateObject().SelectMany(p => Elements(p.Value)).Prepend(element),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Elements(property.Value)),
        _ => [],
    };
}
