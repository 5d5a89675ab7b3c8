using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FastTrackBot.Cards;

namespace FastTrackBot.Tests.Cards;

public sealed partial class CardTemplateTests
{
    [Theory]
    [InlineData("${nope(1)}", "there is no function or operator 'nope'")]
    [InlineData("${a.b(1)}", "'a.b' is not a function")]
    [InlineData("${if(a)}", "if takes 3 argument(s), not 1")]
    [InlineData("${concat()}", "concat takes at least 1 argument(s), not 0")]
    [InlineData("${substring(a)}", "substring takes 2 to 3 argument(s), not 1")]
    [InlineData("${toUpper(1)}", "argument 1 of toUpper, 1, is Number and not String")]
    [InlineData("${1 + true}", "argument 2 of +, true, is Boolean and not Number, String")]
    [InlineData("${'a'.b}", "'a' has no properties")]
    [InlineData("${a +}", "the end is not expected")]
    [InlineData("${a b}", "'b' is not expected")]
    [InlineData("${(a}", "')' is expected, not the end")]
    [InlineData("${a[0}", "']' is expected, not the end")]
    [InlineData("${a.}", "a name is expected, not the end")]
    [InlineData("${a;b}", "';' is not part of the language")]
    [InlineData("${7 %4}", "'%4' is not expected")]
    public void A_fault_in_an_expression_stops_the_compilation(string text, string reason) => AssertRefused(text, reason);

    // The reference takes these, in ways that surprise; here they are refused, so that none is filled differently.
    [Theory]
    [InlineData("${", "an expression is not closed; a literal ${ is written \\${")]
    [InlineData("${a", "an expression is not closed; a literal ${ is written \\${")]
    [InlineData("${}", "an expression is empty; a literal ${} is written \\${}")]
    [InlineData("${'a}", "a string is not closed")]
    [InlineData("${a\n}", "an expression cannot contain a line break or a backquote")]
    [InlineData("`${a}", "a backquote beside an expression is written \\`")]
    [InlineData("${a}\\", "a text with expressions cannot end in a backslash")]
    [InlineData("${{a:1}}", "object literals are not supported")]
    [InlineData("${a <> 1}", "'<>' is not expected")]
    [InlineData("${2 ^ 3}", "'^' is not expected")]
    [InlineData("${null}", "null cannot be part of a text")]
    [InlineData("${undefined}", "undefined cannot be part of a text")]
    [InlineData("${where(a, x => x)}", "lambdas are not supported")]
    [InlineData("${newGuid()}", "there is no function or operator 'newGuid'")]
    [InlineData("${$_acTemplateVersion.major}", "$_acTemplateVersion is not supported")]
    [InlineData("${formatNumber(1, 2, 'de-DE')}", "the only locale that can be given is 'en-US', not 'de-DE'")]
    [InlineData("${toUpper(a, b)}", "the only locale that can be given is 'en-US', not b")]
    [InlineData("${formatDateTime(a, b)}", "the format of a date must be a literal, not b")]
    [InlineData("${formatDateTime(a, 'R')}", "the date format 'R' is not supported")]
    [InlineData("${formatDateTime(a, 'D MMM')}", "the date format 'D MMM' is not supported")]
    [InlineData("${formatDateTime(a, 'd MMMMM')}", "the date format 'd MMMMM' is not supported")]
    public void What_would_differ_from_the_reference_is_refused(string text, string reason) => AssertRefused(text, reason);

    [Theory]
    [InlineData("""{"a":1,"a":2}""", "$.a: the property occurs twice")]
    [InlineData("""{"$when":true}""", "$.$when, \"true\": $when is not an expression")]
    [InlineData("""{"$data":[{"x":"${a}"}]}""", "$.$data.x, \"${a}\": literal $data cannot contain expressions")]
    [InlineData("""{"a":""", "$: the template is not JSON")]
    [InlineData("""{} {}""", "$: the template is not JSON")]
    [InlineData("""{"a":[{"b":{"c":["","${x +}"]}}]}""", "$.a[0].b.c[1], \"${x +}\": the end is not expected")]
    public void The_error_names_template_and_place(string template, string text)
    {
        var fault = Assert.Throws<CardTemplateException>(() => Compile(template));

        Assert.StartsWith($"Card template 'Test/Card', {text}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_do_not_suit_are_reported_with_the_place_that_needs_them()
    {
        var template = Compile("""{"body":[{"text":"Hello ${name}"}]}""");

        var fault = Assert.Throws<CardTemplateException>(() => template.Fill(JsonElement.Parse("""{"name":null}""")));

        Assert.Equal(("Test/Card", "$.body[0].text", "Hello ${name}"), (fault.Template, fault.Path, fault.Expression));
    }

    [Fact]
    public void A_date_that_is_not_ISO_8601_is_reported()
    {
        var template = Compile("""{"x":"${formatDateTime('March 5, 2026', 'd')}"}""");

        Assert.Throws<CardTemplateException>(() => template.Fill(JsonElement.Parse("{}")));
    }

    [Fact]
    public void The_output_is_compact_and_readable()
    {
        var template = Compile("""{ "a" : [ 1 , { "b" : "é" } ] , "c" : "${o}" , "d" : "<${s}>" }""");

        var json = template.Fill(JsonElement.Parse("""{ "o" : { "x" : [ 1, "李" ] } , "s" : "a'b&c" }"""));

        Assert.Equal("""{"a":[1,{"b":"é"}],"c":{"x":[1,"李"]},"d":"<a'b&c>"}""", Encoding.UTF8.GetString(json));
    }

    [Fact]
    public void A_model_is_filled_in_with_its_texts_escaped()
    {
        var template = Compile("""{"rows":[{"$data":"${rows}","text":"${$index}: ${title}"}],"owner":"${owner}"}""");

        var json = template.Fill(new Model("*Ann*", [new("Été"), new("\"b\"")]), ModelJson.Default.Model);

        Assert.Equal("""{"rows":[{"text":"0: Été"},{"text":"1: \"b\""}],"owner":"\\*Ann\\*"}""", Encoding.UTF8.GetString(json));
    }

    [Theory]
    [InlineData("${name}")]
    [InlineData("${NAME}")]
    [InlineData("${missing}")]
    [InlineData("<${name}> ${count} ${yes}")]
    [InlineData("${count + 1}")]
    [InlineData("${count == 12}")]
    [InlineData("${share}")]
    [InlineData("${day}")]
    [InlineData("${colour}")]
    [InlineData("${colour == 'Green'}")]
    [InlineData("${nothing}")]
    [InlineData("${exists(nothing)}")]
    [InlineData("${typed}")]
    [InlineData("${maybe}")]
    [InlineData("${exists(maybeNot)}")]
    [InlineData("${parts}")]
    [InlineData("${count(parts)}")]
    [InlineData("${parts[1].title}")]
    [InlineData("${parts[9]}")]
    [InlineData("${parts[0]['title']}")]
    [InlineData("${first(parts).parts[0].title}")]
    [InlineData("${join(numbers, ', ')}")]
    [InlineData("${words}")]
    [InlineData("${words.b}")]
    [InlineData("${part}")]
    [InlineData("${string(part)}")]
    [InlineData("${part == parts[1]}")]
    [InlineData("${empty(part)}")]
    [InlineData("${json}")]
    [InlineData("${json.deep[0]}")]
    [InlineData("${$data}")]
    public void A_record_is_read_as_its_JSON_would_be(string expression)
    {
        var template = Compile($$"""{"x":"{{expression}}","list":[{"$data":"${parts}","n":"${$index}","y":"{{expression}}","$when":"${exists(title)}"}]}""");

        foreach (var shapes in (Shapes[])[Shapes.Full, Shapes.Bare])
        {
            var fromJson = Filled(() => template.Fill(JsonSerializer.SerializeToElement(shapes, ModelJson.Default.Shapes)));
            var fromRecord = Filled(() => template.Fill(shapes, ModelJson.Default.Shapes));

            Assert.Equal(fromJson.Fault, fromRecord.Fault);
            Assert.True(JsonNode.DeepEquals(fromJson.Card, fromRecord.Card), $"{fromRecord.Card?.ToJsonString()} is not {fromJson.Card?.ToJsonString()}");
        }
    }

    // Each length ends the text at another distance from the end of a block.
    [Fact]
    public void A_text_that_needs_a_new_block_is_whole()
    {
        var template = Compile("""{"rows":[{"$data":"${rows}","text":"${title}"}],"owner":"${owner}"}""");

        for (var length = 1; length < 700; length++)
        {
            var title = new string('检', length);
            var output = new ArrayBufferWriter<byte>(1);
            template.Fill(JsonSerializer.SerializeToElement(new Model("", [new(title), new(title + '"'), new(title)]), ModelJson.Default.Model), output);
            var card = template.Fill(new Model("检", [new(title), new(title + '"'), new(title)]), ModelJson.Default.Model);

            Assert.Equal(title + '"', JsonElement.Parse(output.WrittenSpan).GetProperty("rows")[1].GetProperty("text").GetString());
            Assert.Equal(title + '"', JsonElement.Parse(card).GetProperty("rows")[1].GetProperty("text").GetString());
        }
    }

    [Fact]
    public void A_card_larger_than_any_buffer_block_is_whole()
    {
        var template = Compile("""{"x":[{"$data":"${items}","text":"${$data} of ${$root.name}"}]}""");
        var name = new string('é', 5000);
        var output = new ArrayBufferWriter<byte>(1);

        template.Fill(JsonSerializer.SerializeToElement(new { name, items = Enumerable.Range(0, 100) }), output);

        var rows = JsonElement.Parse(output.WrittenSpan).GetProperty("x");
        Assert.Equal(100, rows.GetArrayLength());
        Assert.Equal($"99 of {name}", rows[99].GetProperty("text").GetString());
    }

    [Fact]
    public void One_template_is_filled_by_many_threads_at_once()
    {
        var template = Compile("""{"x":[{"$data":"${items}","text":"${$data}"}]}""");

        Parallel.For(0, 200, new() { MaxDegreeOfParallelism = 2 }, i =>
        {
            var filled = template.Fill(JsonSerializer.SerializeToElement(new { items = new[] { i, i + 1 } }));
            Assert.Equal($$$"""{"x":[{"text":{{{i}}}},{"text":{{{i + 1}}}}]}""", Encoding.UTF8.GetString(filled));
        });
    }

    private static void AssertRefused(string text, string reason)
    {
        var json = JsonSerializer.Serialize(new { body = new[] { text } });
        var fault = Assert.Throws<CardTemplateException>(() => Compile(json));

        Assert.Equal(("Test/Card", "$.body[0]", text), (fault.Template, fault.Path, fault.Expression));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    private static CardTemplate Compile(string json) => CardTemplate.Compile("Test/Card", Encoding.UTF8.GetBytes(json));

    private static (JsonNode? Card, string? Fault) Filled(Func<byte[]> fill)
    {
        try
        {
            return (JsonNode.Parse(fill()), null);
        }
        catch (CardTemplateException fault)
        {
            return (null, fault.Message);
        }
    }

    private sealed record Row(string Title);

    [JsonConverter(typeof(JsonStringEnumConverter<Colour>))]
    private enum Colour { Red, Green }

    private sealed record Part(string Title, IReadOnlyList<Part>? Parts = null, Part? Next = null);

    /// <summary>Whatever a card's data may be made of.</summary>
    private sealed record Shapes(
        string Name, int Count, bool Yes, decimal Share, DateOnly Day, Colour Colour, string? Nothing,
        UserText Typed, int? Maybe, DateTimeOffset? MaybeNot, IReadOnlyList<Part> Parts, int[] Numbers, Dictionary<string, string> Words, Part? Part, JsonElement Json)
    {
        public static Shapes Full { get; } = new(
            "\"Ann\" <é检>\n", 12, true, 0.25m, new(2026, 3, 5), Colour.Green, null, "*bold* [x](y)", 7, null,
            [new("one", [new("inner")]), new("two", Next: new("three"))], [1, 2, 3], new() { ["a"] = "x", ["b"] = "y" }, new("two", Next: new("three")),
            JsonElement.Parse("""{ "deep": [ { "q": 1 } ] }"""));

        public static Shapes Bare { get; } = new("", 0, false, 0, default, default, null, default, null, null, [], [], [], null, JsonElement.Parse("null"));
    }

    private sealed record Model(UserText Owner, IReadOnlyList<Row> Rows);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(Model))]
    [JsonSerializable(typeof(Shapes))]
    private sealed partial class ModelJson : JsonSerializerContext;
}
