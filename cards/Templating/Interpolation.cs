using System.Text;

namespace FastTrackBot.Cards.Templating;

/// <summary>
/// A text with expressions in it. It also stands for a whole `${concat(...)}` or `${a &amp; b}`, which the reference treats the same way:
/// an expression that fails leaves its own text.
/// </summary>
internal sealed class Interpolation(Expression[] parts, Expression concatenation) : Expression
{
    private readonly Part[] _parts = [.. Merge(parts)];

    public override ReturnTypes Returns => ReturnTypes.String;

    /// <summary>The text, where it is known without data.</summary>
    public string? Literal => _parts is [{ Expression: null } only] ? only.Literal : null;

    /// <exception cref="EvaluationFault">A part is null or nothing, which has no text.</exception>
    public void Write(ref JsonOutput output, in Scope scope)
    {
        output.Raw("\""u8);
        foreach (var part in _parts)
        {
            if (part.Expression is null) output.Raw(part.Json);
            else if (part.Evaluate(scope) is not { IsError: false } value) output.Raw(part.Json);
            else if (!output.Interpolated(value)) throw NoText(part.Expression);
        }

        output.Raw("\""u8);
    }

    // Without substitution this only decides a `$when`, and there failures count.
    public override Value Evaluate(in Scope scope, bool substitute)
    {
        if (!substitute) return concatenation.Evaluate(scope, substitute: false);
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            var value = part.Expression is null ? Value.Of(part.Literal) : part.Evaluate(scope);
            text.Append(value.IsError ? part.Literal : JsText.ToText(value) ?? throw NoText(part.Expression!));
        }

        return Value.Of(text.ToString());
    }

    public override string ToString() => concatenation.ToString();

    private static EvaluationFault NoText(Expression expression) =>
        new($"{expression} is null or missing and cannot be part of a text", expression);

    private static IEnumerable<Part> Merge(Expression[] parts)
    {
        var literal = "";
        foreach (var part in parts)
        {
            if (part is Constant constant)
            {
                literal += JsText.ToText(constant.Value) ?? throw new SyntaxException($"{constant} cannot be part of a text");
                continue;
            }

            if (literal.Length > 0) yield return new(null, literal);
            yield return new(part, "${" + part + "}");
            literal = "";
        }

        if (literal.Length > 0 || parts.Length == 0 || Array.TrueForAll(parts, part => part is Constant)) yield return new(null, literal);
    }

    /// <summary>Literal text, or an expression and the text that stands for it when it fails.</summary>
    private sealed class Part(Expression? expression, string literal)
    {
        public Expression? Expression => expression;

        public string Literal => literal;

        public byte[] Json { get; } = JsonBytes.Of((ref JsonOutput output) => output.TextContent(literal));

        public Value Evaluate(in Scope scope)
        {
            try
            {
                return expression!.Evaluate(scope, substitute: true);
            }
            catch (EvaluationFault fault) when (fault.Where != expression)
            {
                return Value.Fail(fault.Message);
            }
        }
    }
}
