using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FastTrackBot.Cards.Templating;

/// <summary>How a record of the program is read as data of a card: property by property, as its JSON would be, without making that JSON.</summary>
internal sealed class ModelType
{
    private readonly JsonTypeInfo _typeInfo;
    private readonly Lazy<ModelProperty[]> _properties;

    public ModelType(JsonTypeInfo typeInfo)
    {
        _typeInfo = typeInfo;
        // Later, as a type may contain itself.
        _properties = new(() => [.. typeInfo.Properties.Where(property => property.Get is not null).Select(property => new ModelProperty(property))]);
    }

    /// <summary>Whether the properties tell all: no converter, no derived types.</summary>
    public static bool Suits(JsonTypeInfo typeInfo) =>
        typeInfo is { Kind: JsonTypeInfoKind.Object, PolymorphismOptions: null }
        && typeInfo.Properties.All(property => property is { CustomConverter: null, IsExtensionData: false, NumberHandling: null });

    public ModelProperty? Find(string name) =>
        Array.Find(_properties.Value, property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public JsonElement ToElement(object model) => JsonSerializer.SerializeToElement(model, _typeInfo);
}

/// <summary>A record and how it is read.</summary>
internal sealed record Model(object Instance, ModelType Type);

internal sealed class ModelProperty
{
    private readonly JsonPropertyInfo _property;
    private readonly Func<object, Value> _read;
    private readonly bool _skipsNull;

    public ModelProperty(JsonPropertyInfo property)
    {
        _property = property;
        _read = ModelValues.Reader(property.Options.GetTypeInfo(property.PropertyType));
        _skipsNull = property.Options.DefaultIgnoreCondition == JsonIgnoreCondition.WhenWritingNull;
    }

    public string Name => _property.Name;

    public Value Read(object model)
    {
        var value = _property.Get!(model);
        if (_property.ShouldSerialize is { } wanted && !wanted(model, value)) return Value.Undefined;
        return value is not null ? _read(value) : _skipsNull ? Value.Undefined : Value.Null;
    }
}
