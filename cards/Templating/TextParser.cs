using System.Text;

namespace FastTrackBot.Cards.Templating;

/// <summary>
/// Finds the expressions in a string of the template. Stricter than the reference, which takes an expression that is not closed, and some
/// uses of the backquote, for plain text: here they are errors, since nobody means them.
/// </summary>
internal static class TextParser
{
    /// <returns>Null for a string without expressions, which stays as it is.</returns>
    public static Expression? Parse(string text)
    {
        if (!text.Contains("${", StringComparison.Ordinal)) return null;
        var parts = Parts(text);
        return parts switch
        {
            [Call { Function.Name: "concat" } call] => new Interpolation(call.Arguments, call),
            [not Constant] => parts[0],
            _ => new Interpolation([.. parts], Functions.Call("concat", [new Constant(Value.Of("")), .. parts])),
        };
    }

    private static List<Expression> Parts(string text)
    {
        var parts = new List<Expression>();
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '`') throw new SyntaxException(@"a backquote beside an expression is written \`");
            if (text[i] == '\\' && i + 1 == text.Length) throw new SyntaxException("a text with expressions cannot end in a backslash");
            if (text[i] == '\\' && text[i + 1] is '`' or '$')
            {
                literal.Append(text[++i]);
            }
            else if (text[i] == '$' && i + 1 < text.Length && text[i + 1] == '{')
            {
                if (literal.Length > 0) parts.Add(new Constant(Value.Of(literal.ToString())));
                literal.Clear();
                var end = End(text, i + 2);
                parts.Add(Parser.Parse(text[(i + 2)..end]));
                i = end;
            }
            else
            {
                literal.Append(text[i]);
            }
        }

        if (literal.Length > 0) parts.Add(new Constant(Value.Of(literal.ToString())));
        return parts;
    }

    private static int End(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '}' when i == start:
                    throw new SyntaxException(@"an expression is empty; a literal ${} is written \${}");
                case '}':
                    return i;
                case '\'' or '"':
                    i += Lexer.TextLength(text.AsSpan(i)) - 1;
                    break;
                case '{':
                    throw new SyntaxException("object literals are not supported");
                case '\r' or '\n' or '`':
                    throw new SyntaxException("an expression cannot contain a line break or a backquote");
            }
        }

        throw new SyntaxException(@"an expression is not closed; a literal ${ is written \${");
    }
}
