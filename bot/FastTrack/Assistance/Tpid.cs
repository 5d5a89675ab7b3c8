namespace FastTrackBot.FastTrack.Assistance;

/// <summary>Microsoft's number of a customer (top parent id): digits only.</summary>
public static class Tpid
{
    private const int MaxDigits = 12;

    /// <summary>Takes "1234567", "TPID 1234567" and "TPID: 1 234 567".</summary>
    public static Parsed<string> Parse(string? text)
    {
        if (TypedText.Clean(text, 40) is not { } clean)
            return string.IsNullOrWhiteSpace(text) ? Problem.Required : Problem.Tpid;

        if (clean.StartsWith("TPID", StringComparison.OrdinalIgnoreCase))
            clean = clean[4..].TrimStart(' ', ':', '#');
        clean = clean.Replace(" ", "", StringComparison.Ordinal);

        return clean.Length is > 0 and <= MaxDigits && clean.All(char.IsAsciiDigit) ? clean : Problem.Tpid;
    }
}
