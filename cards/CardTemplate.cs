using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FastTrackBot.Cards.Templating;

namespace FastTrackBot.Cards;

/// <summary>
/// A card in the Adaptive Card Templating language (https://learn.microsoft.com/adaptive-cards/templating/language), compiled once and
/// filled often. Immutable and safe for use by many threads.
/// </summary>
public sealed class CardTemplate
{
    private readonly Node _root;

    private CardTemplate(string name, Node root) => (Name, _root) = (name, root);

    public string Name { get; }

    /// <exception cref="CardTemplateException">The template is not JSON, or an expression in it is faulty.</exception>
    public static CardTemplate Compile(string name, ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8Json, new() { MaxDepth = 128 });
            var root = JsonElement.ParseValue(ref reader);
            if (reader.Read()) throw new JsonException("there is text after the card");
            return new(name, new TemplateCompiler(name).Compile(root));
        }
        catch (JsonException exception)
        {
            throw new CardTemplateException(name, "$", null, $"the template is not JSON: {exception.Message}", exception);
        }
    }

    /// <summary>Writes the card as compact UTF-8 JSON. When it throws, a part of the card may already have been written.</summary>
    /// <exception cref="CardTemplateException">The data do not suit an expression, for instance a text contains a null.</exception>
    public void Fill(JsonElement data, IBufferWriter<byte> output) => Write(Value.Of(data), output);

    /// <inheritdoc cref="Fill(JsonElement, IBufferWriter{byte})"/>
    public byte[] Fill(JsonElement data)
    {
        using var scratch = Scratch.Rent();
        Fill(data, scratch.Card);
        return scratch.Card.WrittenSpan.ToArray();
    }

    /// <summary>Fills the card with a model, as the JSON that <paramref name="typeInfo"/> makes of it would.</summary>
    /// <inheritdoc cref="Fill(JsonElement, IBufferWriter{byte})" path="/exception"/>
    public byte[] Fill<T>(T model, JsonTypeInfo<T> typeInfo)
        where T : notnull
    {
        using var scratch = Scratch.Rent();
        Write(ModelValues.Reader(typeInfo)(model), scratch.Card);
        return scratch.Card.WrittenSpan.ToArray();
    }

    private void Write(in Value data, IBufferWriter<byte> output)
    {
        var json = new JsonOutput(output);
        _root.WriteValue(ref json, new Scope(data, data));
        json.Flush();
    }
}
