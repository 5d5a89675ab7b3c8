namespace FastTrackBot.FastTrack.Assistance;

/// <summary>Names and notes: anything a person writes, within a length.</summary>
public static class FreeText
{
    public const int MaxName = 120;
    public const int MaxNotes = 2_000;

    /// <summary>One line: a person's or an organisation's name.</summary>
    public static Parsed<string> Name(string? text) => TypedText.Clean(text, MaxName) is { } clean ? clean : Refuse(text, MaxName);

    /// <summary>Several lines; they keep their breaks and lose invisible marks.</summary>
    public static Parsed<string> Notes(string? text)
    {
        if (text is null || text.Length > MaxNotes * 2)
            return Refuse(text, MaxNotes);

        var lines = text.ReplaceLineEndings("\n").Replace('\t', ' ').Split('\n').Select(line => TypedText.Clean(line, MaxNotes) ?? "");
        var notes = string.Join('\n', lines).Trim();
        return notes.Length is > 0 and <= MaxNotes ? notes : Refuse(text, MaxNotes);
    }

    private static Problem Refuse(string? text, int limit) => text?.Trim().Length > limit ? Problem.TooLong : Problem.Required;
}
