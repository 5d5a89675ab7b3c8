namespace FastTrackBot.FastTrack.Assistance;

/// <summary>An e-mail address, checked for the slips people make; whether it exists only a mail can tell.</summary>
public static class EmailAddress
{
    // RFC 5321: 64 octets before the @, 254 in all.
    private const int MaxLength = 254;
    private const int MaxLocal = 64;
    private const string LocalMarks = "!#$%&'*+-/=?^_`{|}~.";

    /// <summary>Takes "ana@contoso.com" and "mailto:ana@contoso.com"; gives it with the domain in lower case.</summary>
    public static Parsed<string> Parse(string? text)
    {
        if (TypedText.Clean(text, MaxLength + "mailto:".Length) is not { } clean)
            return string.IsNullOrWhiteSpace(text) ? Problem.Required : Problem.Email;

        if (clean.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            clean = clean["mailto:".Length..];

        var at = clean.IndexOf('@');
        if (at is < 1 or > MaxLocal || clean.Length > MaxLength || !IsLocal(clean.AsSpan(0, at)))
            return Problem.Email;

        return DomainName.FromHost(clean[(at + 1)..]) is { } domain ? $"{clean[..at]}@{domain.Unicode}" : Problem.Email;
    }

    private static bool IsLocal(ReadOnlySpan<char> local)
    {
        if (local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal))
            return false;

        foreach (var letter in local)
        {
            if (!char.IsLetterOrDigit(letter) && !LocalMarks.Contains(letter))
                return false;
        }

        return true;
    }
}
