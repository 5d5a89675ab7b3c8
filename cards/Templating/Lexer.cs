namespace FastTrackBot.Cards.Templating;

internal enum TokenKind { End, Identifier, Number, Text, Operator }

internal readonly record struct Token(TokenKind Kind, string Text)
{
    public bool Is(string symbol) => Kind == TokenKind.Operator && Text == symbol;

    public override string ToString() => Kind == TokenKind.End ? "the end" : $"'{Text}'";
}

internal static class Lexer
{
    private static readonly string[] Operators =
        ["==", "!=", "<>", "&&", "||", "<=", ">=", "=>", "??", .. "+-!^*/%&<>()[]{}.,:?".Select(symbol => symbol.ToString())];

    public static List<Token> Tokenize(string expression)
    {
        var tokens = new List<Token>();
        for (var rest = Skip(expression); rest.Length > 0;)
        {
            var token = Next(rest);
            tokens.Add(token);
            rest = Skip(rest[token.Text.Length..]);
        }

        tokens.Add(new(TokenKind.End, ""));
        return tokens;
    }

    private static string Skip(string text) => text.TrimStart(' ', '\t', '\r', '\n', '\ufeff', '\u00a0');

    private static Token Next(string text)
    {
        if (char.IsAsciiDigit(text[0])) return new(TokenKind.Number, text[..NumberLength(text)]);
        if (text[0] is '\'' or '"') return new(TokenKind.Text, text[..TextLength(text)]);
        // A percent sign that touches a letter or digit starts a name in this grammar: `7 % 4` is a remainder, `7 %4` is not.
        var name = NameLength(text);
        if (name > 1 || (name == 1 && text[0] != '%')) return new(TokenKind.Identifier, text[..name]);
        return Operators.FirstOrDefault(symbol => text.StartsWith(symbol, StringComparison.Ordinal)) is { } found
            ? new(TokenKind.Operator, found)
            : throw new SyntaxException($"'{text[0]}' is not part of the language");
    }

    private static int NumberLength(string text)
    {
        var length = Digits(text, 0);
        return length + 1 < text.Length && text[length] == '.' && char.IsAsciiDigit(text[length + 1]) ? Digits(text, length + 1) : length;
    }

    private static int Digits(string text, int from)
    {
        while (from < text.Length && char.IsAsciiDigit(text[from])) from++;
        return from;
    }

    private static int NameLength(string text)
    {
        if (!char.IsAsciiLetter(text[0]) && text[0] is not ('_' or '#' or '@' or '$' or '%')) return 0;
        var length = text.StartsWith("@@", StringComparison.Ordinal) ? 2 : 1;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] == '_')) length++;
        return length;
    }

    /// <summary>The length of the string literal that the text starts with, quotes included.</summary>
    public static int TextLength(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && (text[i + 1] == text[0] || text[i + 1] == '\\')) i++;
            else if (text[i] == text[0]) return i + 1;
        }

        throw new SyntaxException("a string is not closed");
    }
}
