using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace FastTrackBot.Cards.Templating;

/// <summary>A path such as `owner.names[0]`, cut into its steps. Names match whatever their case; the first that matches wins.</summary>
internal sealed class PropertyPath
{
    private readonly Step[] _steps;
    private readonly Keyword? _keyword;

    public PropertyPath(string path)
    {
        Substitution = Value.Of("${" + path + "}");
        _steps = [.. path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries).Select(step => new Step(Unquote(step)))];
        _keyword = path.StartsWith('$') ? KeywordOf(_steps[0].Name) : null;
    }

    /// <summary>What stands in the card where the data lack this path.</summary>
    public Value Substitution { get; }

    public Value Resolve(in Scope scope) =>
        _keyword is { } keyword ? Walk(Start(keyword, scope), 1) : Walk(scope.Data, 0);

    public Value Resolve(in Value value) => Walk(value, 0);

    public static Value Property(in Value value, Step name)
    {
        if (value.Model is { } model) return name.Find(model);
        if (value.Kind == ValueKind.Object && value.TryGetElement(out var element)) return name.Find(element);
        if (value.Kind is not (ValueKind.Array or ValueKind.String) || name.Position is not { } position) return Value.Undefined;
        if (position >= value.Count) return Value.Undefined;
        return value.Kind == ValueKind.Array ? value[position] : Value.Of(value.Text[position].ToString());
    }

    private Value Walk(Value value, int from)
    {
        for (var i = from; i < _steps.Length; i++)
        {
            var step = _steps[i];
            value = value.Kind != ValueKind.Array || step.Index is not { } index ? Property(value, step)
                : index >= 0 && index < value.Count ? value[index] : Value.Undefined;
        }

        return value;
    }

    private static Keyword KeywordOf(string name) => name.ToLowerInvariant() switch
    {
        "$data" => Keyword.Data,
        "$root" => Keyword.Root,
        "$index" => Keyword.Index,
        _ => Keyword.Unknown,
    };

    private static Value Start(Keyword keyword, in Scope scope) => keyword switch
    {
        Keyword.Data => scope.Data,
        Keyword.Root => scope.Root,
        Keyword.Index when scope.Index >= 0 => Value.Of((double)scope.Index),
        _ => Value.Undefined,
    };

    private static string Unquote(string step) =>
        step.Length >= 2 && step[0] is '\'' or '"' && step[^1] == step[0] ? step[1..^1] : step;

    private enum Keyword { Unknown, Data, Root, Index }

    internal sealed class Step(string name)
    {
        private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(name);
        // Records of one type follow each other: where the last one had it, the next one has it.
        private Found? _last;
        private readonly bool _isPlain = Ascii.IsValid(name) && !name.Contains('\\', StringComparison.Ordinal);

        public string Name => name;

        /// <summary>The step read as the start of a number, as JavaScript's parseInt reads it.</summary>
        public int? Index { get; } = JsNumber.ParseInt(name) is var index and >= int.MinValue and <= int.MaxValue ? (int)index : null;

        /// <summary>The step where it is exactly the key of an array's element.</summary>
        public int? Position { get; } =
            int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            && position.ToString(CultureInfo.InvariantCulture) == name ? position : null;

        public Value Find(Model model)
        {
            var last = _last;
            if (last?.Type != model.Type) _last = last = new(model.Type, model.Type.Find(name));
            return last.Property is { } property ? property.Read(model.Instance) : Value.Undefined;
        }

        public Value Find(JsonElement element)
        {
            foreach (var property in element.EnumerateObject())
            {
                if (Matches(property)) return Value.Of(property.Value);
            }

            return Value.Undefined;
        }

        private bool Matches(JsonProperty property)
        {
            var raw = JsonMarshal.GetRawUtf8PropertyName(property);
            if (_isPlain && raw.Length <= _utf8.Length) return Ascii.EqualsIgnoreCase(raw, _utf8);
            // Escapes make a name longer than it is; only such names, and those beyond ASCII, have to be decoded.
            return (!_isPlain || raw.Contains((byte)'\\')) && property.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
        }

        private sealed record Found(ModelType Type, ModelProperty? Property);
    }
}
