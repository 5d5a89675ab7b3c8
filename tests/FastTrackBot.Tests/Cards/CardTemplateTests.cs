using System.Buffers;
using System.Text;
using System.Text.Json;
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
    public void A_model_is_filled_through_its_JSON()
    {
        var template = Compile("""{"rows":[{"$data":"${rows}","text":"${$index}: ${title}"}],"owner":"${owner}"}""");

        var json = template.Fill(new Model("*Ann*", [new("Été"), new("\"b\"")]), ModelJson.Default.Model);

        Assert.Equal("""{"rows":[{"text":"0: Été"},{"text":"1: \"b\""}],"owner":"\\*Ann\\*"}""", Encoding.UTF8.GetString(json));
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

    private sealed record Row(string Title);

    private sealed record Model(UserText Owner, IReadOnlyList<Row> Rows);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Model))]
    private sealed partial class ModelJson : JsonSerializerContext;
}
