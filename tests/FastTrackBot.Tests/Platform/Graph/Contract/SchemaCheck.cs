using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace FastTrackBot.Tests.Platform.Graph.Contract;

/// <summary>Holds a value against a schema: unknown names, wrong types, words that an enumeration does not have.</summary>
internal sealed class SchemaCheck(GraphDescription description)
{
    /// <summary>Types without members of their own, because callers choose the names; and what stands behind each name.</summary>
    private static readonly Dictionary<string, string?> OpenTypes = new()
    {
        ["microsoft.graph.fieldValueSet"] = null,
        ["microsoft.graph.plannerAppliedCategories"] = null,
        ["microsoft.graph.plannerAssignments"] = "microsoft.graph.plannerAssignment",
        ["microsoft.graph.plannerChecklistItems"] = "microsoft.graph.plannerChecklistItem",
        ["microsoft.graph.plannerExternalReferences"] = "microsoft.graph.plannerExternalReference",
    };

    public IEnumerable<string> Of(IOpenApiSchema schema, JsonNode? value, string at)
    {
        if (Alternatives(schema) is { Count: > 0 } alternatives)
            return value is null && alternatives.Exists(IsNothing) ? [] : Closest(alternatives, value, at);
        if (value is null)
            return IsNullable(schema) ? [] : [$"{at} is null"];
        if (value is JsonArray array)
            return schema.Items is { } items ? array.SelectMany((item, i) => Of(items, item, $"{at}[{i}]")) : [$"{at} is an array"];
        if (value is JsonObject members)
            return Members(schema, members, at);
        return FitsSimple(schema, value.AsValue()) ? [] : [$"{at} is {value.ToJsonString()}, not {schema.Type} {schema.Format}".TrimEnd()];
    }

    /// <summary>Every member that a schema and what it derives from have.</summary>
    public static Dictionary<string, IOpenApiSchema> Properties(IOpenApiSchema schema)
    {
        var found = new Dictionary<string, IOpenApiSchema>(schema.Properties ?? new Dictionary<string, IOpenApiSchema>());
        foreach (var (name, property) in (schema.AllOf ?? []).SelectMany(Properties))
            found.TryAdd(name, property);
        return found;
    }

    private IEnumerable<string> Members(IOpenApiSchema schema, JsonObject members, string at)
    {
        var known = Properties(schema);
        if (known.Count == 0 && schema.Type?.HasFlag(JsonSchemaType.Object) != true)
            return [$"{at} is an object"];
        var entry = schema is OpenApiSchemaReference { Reference.Id: { } id } && OpenTypes.TryGetValue(id, out var type) ? type ?? "" : null;
        return members.Where(member => !member.Key.Contains('@')).SelectMany(member =>
            known.TryGetValue(member.Key, out var property) ? Of(property, member.Value, $"{at}.{member.Key}")
            : entry is null ? [$"{at}.{member.Key} is unknown"]
            : entry.Length > 0 && member.Value is not null ? Of(description.Schema(entry), member.Value, $"{at}.{member.Key}")
            : []);
    }

    private List<string> Closest(List<IOpenApiSchema> alternatives, JsonNode? value, string at)
    {
        var breaches = alternatives.Where(alternative => !IsNothing(alternative)).Select(alternative => Of(alternative, value, at).ToList()).ToList();
        return breaches.Exists(found => found.Count == 0) ? [] : breaches[0];
    }

    private static List<IOpenApiSchema> Alternatives(IOpenApiSchema schema) => [.. schema.AnyOf ?? [], .. schema.OneOf ?? []];

    // The way in which version 3.0 says "or null": an enumeration of null alone.
    private static bool IsNothing(IOpenApiSchema schema) =>
        schema.Enum is { Count: > 0 } words && words.All(word => word is null || word.IsJsonNullSentinel()) || schema.Type == JsonSchemaType.Null;

    private static bool IsNullable(IOpenApiSchema schema) => schema.Type is null || schema.Type.Value.HasFlag(JsonSchemaType.Null);

    private static bool FitsSimple(IOpenApiSchema schema, JsonValue value)
    {
        var type = schema.Type ?? 0;
        return value.GetValueKind() switch
        {
            JsonValueKind.True or JsonValueKind.False => type.HasFlag(JsonSchemaType.Boolean),
            JsonValueKind.Number => type.HasFlag(JsonSchemaType.Integer)
                || (type.HasFlag(JsonSchemaType.Number) && (schema.Format is not ("int32" or "int64") || long.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out _))),
            JsonValueKind.String => type.HasFlag(JsonSchemaType.String) && FitsText(schema, value.GetValue<string>()),
            _ => false,
        };
    }

    private static bool FitsText(IOpenApiSchema schema, string text) => schema switch
    {
        { Enum: { Count: > 0 } words } => words.Any(word => word?.ToString() == text),
        { Format: "date-time" } => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        { Format: "date" } => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out _),
        { Format: "uuid" } => Guid.TryParse(text, out _),
        _ => true,
    };
}
