using System.Globalization;
using System.Text.RegularExpressions;

namespace FastTrackBot.Cards.Templating;

/// <summary>Operator precedence parser of Adaptive Expressions, to the reference's grammar.</summary>
internal sealed partial class Parser
{
    // Weakest first. That == binds tighter than &, and & tighter than <, is the reference's own order.
    private static readonly string[][] Levels =
        [["??"], ["||"], ["&&"], ["<", "<=", ">", ">="], ["&"], ["==", "!="], ["+", "-"], ["*", "/", "%"]];

    private readonly List<Token> _tokens;
    private int _next;

    private Parser(string expression) => _tokens = Lexer.Tokenize(expression);

    public static Expression Parse(string expression)
    {
        expression = expression.Trim();
        if (expression.StartsWith('=')) expression = expression[1..];
        if (expression.Length == 0) return new Constant(Value.Of(""));

        var parser = new Parser(expression);
        var result = parser.Conditional();
        return parser.Peek.Kind == TokenKind.End ? result : throw new SyntaxException($"{parser.Peek} is not expected");
    }

    private Token Peek => _tokens[_next];

    private Token Take() => _tokens[_next++];

    private bool TryTake(string symbol)
    {
        if (!Peek.Is(symbol)) return false;
        _next++;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!TryTake(symbol)) throw new SyntaxException($"'{symbol}' is expected, not {Peek}");
    }

    // Left-associative, as the reference's grammar makes it: `a ? b : c ? d : e` is `(a ? b : c) ? d : e`.
    private Expression Conditional()
    {
        var result = Binary(0);
        while (TryTake("?"))
        {
            var then = Conditional();
            Expect(":");
            result = Functions.Call("if", [result, then, Binary(0)]);
        }

        return result;
    }

    private Expression Binary(int level)
    {
        if (level == Levels.Length) return Unary();
        var left = Binary(level + 1);
        while (Peek.Kind == TokenKind.Operator && Levels[level].Contains(Peek.Text))
        {
            left = Functions.Call(Take().Text, [left, Binary(level + 1)]);
        }

        return left;
    }

    private Expression Unary()
    {
        if (TryTake("!")) return Functions.Call("!", [Unary()]);
        if (Peek.Is("-") || Peek.Is("+")) return Functions.Call(Take().Text, [new Constant(Value.Of(0d)), Unary()]);
        return Postfix(Primary());
    }

    private Expression Postfix(Expression left)
    {
        while (true)
        {
            if (TryTake("."))
            {
                if ((left.Returns & ReturnTypes.Any) == 0) throw new SyntaxException($"{left} has no properties");
                if (Peek.Kind != TokenKind.Identifier) throw new SyntaxException($"a name is expected, not {Peek}");
                left = new Accessor(Take().Text, left);
            }
            else if (TryTake("["))
            {
                left = new Element(left, Conditional());
                Expect("]");
            }
            else if (Peek.Is("("))
            {
                throw new SyntaxException($"'{left}' is not a function");
            }
            else
            {
                return left;
            }
        }
    }

    private Expression Primary()
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Number:
                return new Constant(Value.Of(double.Parse(token.Text, CultureInfo.InvariantCulture)));
            case TokenKind.Text:
                return new Constant(Value.Of(Unescape(token.Text)));
            case TokenKind.Identifier when TryTake("("):
                return Functions.Call(token.Text, Arguments(")"));
            case TokenKind.Identifier:
                return Name(token.Text);
        }

        if (token.Is("[")) return Functions.Call("createArray", Arguments("]"));
        if (token.Is("{")) throw new SyntaxException("object literals are not supported");
        if (!token.Is("(")) throw new SyntaxException($"{token} is not expected");
        var inner = Conditional();
        Expect(")");
        return inner;
    }

    private Expression[] Arguments(string end)
    {
        var arguments = new List<Expression>();
        if (TryTake(end)) return [];
        do
        {
            arguments.Add(Conditional());
            if (Peek.Is("=>")) throw new SyntaxException("lambdas are not supported");
        }
        while (TryTake(","));
        Expect(end);
        return [.. arguments];
    }

    private static Expression Name(string name) => name switch
    {
        "true" => new Constant(Value.Of(true)),
        "false" => new Constant(Value.Of(false)),
        "null" => new Constant(Value.Null),
        "undefined" => new Constant(Value.Undefined),
        _ when name.Equals("$_acTemplateVersion", StringComparison.OrdinalIgnoreCase) =>
            throw new SyntaxException($"{name} is not supported"),
        _ => new Accessor(name, null),
    };

    private static string Unescape(string literal)
    {
        var quote = literal[0].ToString();
        var text = literal[1..^1].Replace(@"\" + quote, quote, StringComparison.Ordinal);
        return Escape().Replace(text, match => match.Value[1] switch
        {
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            '\\' => @"\",
            _ => match.Value,
        });
    }

    // Any other character after a backslash keeps its backslash.
    [GeneratedRegex(@"\\[^\r\n]")]
    private static partial Regex Escape();
}
