using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FastTrackBot.Cards.Templating;

/// <summary>From what a property of a record holds to what an expression sees.</summary>
internal static class ModelValues
{
    private static readonly ConditionalWeakTable<JsonTypeInfo, Func<object, Value>> Known = [];

    public static Func<object, Value> Reader(JsonTypeInfo type) => Known.GetValue(type, Make);

    private static Func<object, Value> Make(JsonTypeInfo type)
    {
        if (type.Type == typeof(string)) return static value => Value.Of((string)value);
        if (type.Type == typeof(UserText)) return static value => Value.Of(UserText.Escape(((UserText)value).Text ?? ""));
        if (type.Type == typeof(bool)) return static value => Value.Of((bool)value);
        if (type.Type == typeof(int)) return static value => Value.Of((double)(int)value);
        if (type is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element }) return List(type.Options.GetTypeInfo(element));
        if (ModelType.Suits(type)) return Record(type);

        // Whatever has a form of its own in JSON (dates, enumerations, fractions …) has it in a card, too.
        return value => Value.Of(JsonSerializer.SerializeToElement(value, type));
    }

    private static Func<object, Value> Record(JsonTypeInfo type)
    {
        var model = new ModelType(type);
        return value => Value.Of(new Model(value, model));
    }

    private static Func<object, Value> List(JsonTypeInfo element)
    {
        var read = new Lazy<Func<object, Value>>(() => Reader(element));
        return value =>
        {
            var items = new Value[value is ICollection { Count: var count } ? count : ((IEnumerable)value).Cast<object?>().Count()];
            var index = 0;
            foreach (var item in (IEnumerable)value) items[index++] = item is null ? Value.Null : read.Value(item);
            return Value.Of(items);
        };
    }
}
