using System.Globalization;

namespace FastTrackBot.FastTrack.Eligibility;

/// <summary>
/// Turns codes into sentences of a language. The texts' placeholders: {0} {1} {2} the reason's numbers, {3} the source's title,
/// {4} its date, {5} the detail.
/// </summary>
public static class Wording
{
    public static string Of(Reason reason, CultureInfo culture) => Format($"Reason_{reason.Code}", culture,
        Number(reason, 0), Number(reason, 1), Number(reason, 2),
        reason.Source?.Title ?? "", Date(reason.Source, culture), reason.Detail ?? "");

    public static string Of(Change change, CultureInfo culture) => Format($"Change_{change.Code}", culture, change.Number ?? 0);

    /// <summary>"not yet, 30 short" in a few words, for a card's headline.</summary>
    public static string Of(BenefitVerdict verdict, CultureInfo culture) => verdict is { Verdict: Verdict.NotYet, SeatsShort: { } missing }
        ? Format("Verdict_NotYetShort", culture, missing)
        : Of(verdict.Verdict, culture);

    /// <summary>The name of an enum member; its key is type and member, as in <c>Benefit_Portal</c>.</summary>
    public static string Of<T>(T code, CultureInfo culture) where T : struct, Enum => Format($"{typeof(T).Name}_{code}", culture);

    private static int Number(Reason reason, int index) => index < reason.Numbers.Count ? reason.Numbers[index] : 0;

    private static string Date(Source? source, CultureInfo culture) => source?.Date?.Format(culture) ?? Format("Undated", culture);

    private static string Format(string key, CultureInfo culture, params object[] arguments) =>
        string.Format(culture, Text.ResourceManager.Named(key, culture), arguments);
}
