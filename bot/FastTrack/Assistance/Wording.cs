using System.Globalization;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>The names and sentences that belong to this capability's codes.</summary>
public static class Wording
{
    public static string Of(Problem problem, CultureInfo culture) => problem switch
    {
        Problem.DateTooFar => Format("Problem_DateTooFar", culture, TargetDate.MaxYearsAhead),
        Problem.TooLong => Format("Problem_TooLong", culture, FreeText.MaxName, FreeText.MaxNotes),
        _ => Format($"Problem_{problem}", culture),
    };

    public static string Of(Intent intent, CultureInfo culture) => Format($"Intent_{intent}", culture);

    public static string Of(RouteKind route, CultureInfo culture) => Format($"Route_{route}", culture);

    public static string Of(RouteStep step, CultureInfo culture) => Format($"Step_{step}", culture);

    public static string Of(RequestField field, CultureInfo culture) => Format($"Field_{field}", culture);

    /// <summary>The operator's own label as it is, the built-in reasons in the person's language.</summary>
    public static string Of(BusinessReason reason, CultureInfo culture) => Format($"BusinessReason_{reason.Id}", culture);

    /// <summary>What became of a workload, with the date of the page that says so; null if nothing did.</summary>
    public static string? NoteOf(Workload workload, CultureInfo culture) =>
        workload.Note is { } note ? Format($"WorkloadNote_{note}", culture, workload.NoteSource?.Date?.Format(culture) ?? "") : null;

    public static string Of(SupportLanguage language, CultureInfo culture) => Format($"Language_{language.Tag.Replace('-', '_')}", culture);

    /// <summary>A language's limits: spoken form, and no help with migrations.</summary>
    public static IReadOnlyList<string> NotesOf(SupportLanguage language, CultureInfo culture)
    {
        List<string> notes = [];
        if (language.Note is { } note)
            notes.Add(Format($"LanguageNote_{note}", culture));
        if (!language.MigrationHelp)
            notes.Add(Format("LanguageNote_NoMigrationHelp", culture, language.MigrationSource.Date?.Format(culture) ?? ""));
        return notes;
    }

    private static string Format(string key, CultureInfo culture, params object[] arguments) =>
        string.Format(culture, Text.ResourceManager.Named(key, culture), arguments);
}
