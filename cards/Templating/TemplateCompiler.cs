using System.Text.Json;

namespace FastTrackBot.Cards.Templating;

/// <summary>From the JSON of a template to nodes.</summary>
internal sealed class TemplateCompiler(string template)
{
    private static readonly string[] Reserved = ["$data", "$when", "$root", "$index", "$host", "$_acTemplateVersion"];

    public Node Compile(JsonElement element, string path = "$")
    {
        Node node = element.ValueKind switch
        {
            JsonValueKind.Object => Object(element, path),
            JsonValueKind.Array => new ArrayNode([.. element.EnumerateArray().Select((item, index) => Compile(item, $"{path}[{index}]"))]),
            JsonValueKind.String => Text(element, path),
            _ => new LiteralNode(Value.Of(element)),
        };
        return node.IsStatic ? StaticNode.Of(node) : node;
    }

    private ObjectNode Object(JsonElement element, string path)
    {
        var names = new HashSet<string>();
        var members = new List<Member>();
        foreach (var property in element.EnumerateObject())
        {
            var place = $"{path}.{property.Name}";
            if (!names.Add(property.Name)) throw new CardTemplateException(template, place, null, "the property occurs twice");
            if (!Reserved.Contains(property.Name)) members.Add(new(property.Name, Compile(property.Value, place)));
        }

        return new(members, Data(element, path + ".$data"), When(element, path + ".$when"));
    }

    private Node Text(JsonElement element, string path) => Bind(element.GetString()!, path) switch
    {
        null => new LiteralNode(Value.Of(element)),
        { Expression: Interpolation text } binding => new InterpolationNode(binding, text),
        var binding => new ExpressionNode(binding),
    };

    private DataSource? Data(JsonElement owner, string path)
    {
        if (!owner.TryGetProperty("$data", out var data)) return null;
        if (data.ValueKind == JsonValueKind.String && Bind(data.GetString()!, path) is { } binding) return new(binding, default);
        RefuseExpressions(data, path);
        return new(null, Value.Of(data));
    }

    // The reference keeps an object whose $when is a literal false, and drops one whose $when is a literal true: nobody means that.
    private Binding? When(JsonElement owner, string path)
    {
        if (!owner.TryGetProperty("$when", out var when)) return null;
        return when.ValueKind == JsonValueKind.String && Bind(when.GetString()!, path) is { } binding ? binding
            : throw new CardTemplateException(template, path, when.GetRawText(), "$when is not an expression");
    }

    private void RefuseExpressions(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) RefuseExpressions(item, path);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject()) RefuseExpressions(property.Value, $"{path}.{property.Name}");
        }
        else if (element.ValueKind == JsonValueKind.String && Bind(element.GetString()!, path) is not null)
        {
            throw new CardTemplateException(template, path, element.GetString(), "literal $data cannot contain expressions");
        }
    }

    private Binding? Bind(string text, string path)
    {
        try
        {
            return TextParser.Parse(text) is { } expression ? new(template, path, text, expression) : null;
        }
        catch (SyntaxException exception)
        {
            throw new CardTemplateException(template, path, text, exception.Message, exception);
        }
    }
}
