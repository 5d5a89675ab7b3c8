using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastTrackBot.Sandbox.SharePoint;

/// <summary>A column and what may stand in it.</summary>
/// <param name="Facet">Its kind, of which a column has exactly one.</param>
internal sealed record SandboxColumn(string Name, string Facet, JsonObject Definition)
{
    private const int MostLettersOfALine = 255;

    private static readonly HashSet<string> Facets = ["text", "choice", "number", "dateTime", "boolean"];

    public static readonly SandboxColumn Title = Read(new JsonObject { ["name"] = "Title", ["text"] = new JsonObject() })!;

    public bool IsIndexed => Flag("indexed");

    public bool IsUnique => Flag("enforceUniqueValues");

    public bool IsRequired => Flag("required");

    /// <returns>None where this is no column: without a name, or without its one facet, or unique without an index.</returns>
    public static SandboxColumn? Read(JsonObject? body)
    {
        if (body?["name"] is not JsonValue name || body.Where(member => Facets.Contains(member.Key)).ToList() is not [var facet])
            return null;
        var column = new SandboxColumn(name.GetValue<string>(), facet.Key, body.DeepClone().AsObject());
        var severalLines = column.Facet == "text" && facet.Value?["allowMultipleLines"]?.GetValue<bool>() == true;
        return (column.IsUnique && !column.IsIndexed) || (severalLines && column.IsIndexed) ? null : column;
    }

    public bool Takes(JsonNode? value) => value is null ? !IsRequired : (Facet, value.GetValueKind()) switch
    {
        ("text", JsonValueKind.String) => value.GetValue<string>().Length <= MostLetters,
        ("choice", JsonValueKind.String) => Choices.Contains(value.GetValue<string>()) || Definition["choice"]?["allowTextEntry"]?.GetValue<bool>() == true,
        ("dateTime", JsonValueKind.String) => DateTimeOffset.TryParse(value.GetValue<string>(), CultureInfo.InvariantCulture, out _),
        ("number", JsonValueKind.Number) or ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        _ => false,
    };

    public JsonObject ToJson()
    {
        var json = Definition.DeepClone().AsObject();
        json.TryAdd("displayName", Name);
        foreach (var flag in (ReadOnlySpan<string>)["indexed", "enforceUniqueValues", "required", "hidden", "readOnly"])
            json.TryAdd(flag, false);
        return json;
    }

    private int MostLetters =>
        Definition["text"]?["allowMultipleLines"]?.GetValue<bool>() == true ? 63_000 : Definition["text"]?["maxLength"]?.GetValue<int>() ?? MostLettersOfALine;

    private IEnumerable<string> Choices => (Definition["choice"]?["choices"] as JsonArray ?? []).Select(choice => choice!.GetValue<string>());

    private bool Flag(string name) => Definition[name]?.GetValue<bool>() == true;
}
