using System.Text.RegularExpressions;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>A phone number as a person writes it, with six to fifteen digits (E.164's limit) and perhaps an extension.</summary>
public static partial class PhoneNumber
{
    private const int MinDigits = 6;
    private const int MaxDigits = 15;

    public static Parsed<string> Parse(string? text)
    {
        if (TypedText.Clean(text, 50) is not { } clean)
            return string.IsNullOrWhiteSpace(text) ? Problem.Required : Problem.Phone;

        var match = Shape().Match(clean);
        if (!match.Success || match.Groups["number"].Value.Count(char.IsAsciiDigit) is < MinDigits or > MaxDigits)
            return Problem.Phone;

        return Blanks().Replace(clean, " ");
    }

    [GeneratedRegex(@"^(?<number>\+?[0-9 ()./-]+)(?: ?(?:x|ext\.?|extension|#|\u8F6C|\u5206\u673A) ?[0-9]{1,6})?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Blanks();
}
