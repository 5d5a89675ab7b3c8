namespace FastTrackBot.Cards.Templating;

/// <summary>
/// Locales as arguments. Cards format by the invariant rules; words, numbers and dates of other languages are the caller's data.
/// </summary>
internal static class Locale
{
    public static string? Objection(Expression[] arguments, int position) =>
        arguments.Length <= position || arguments[position] is Constant { Value: { Kind: ValueKind.String, Text: "en-US" or "en-us" } }
            ? null
            : $"the only locale that can be given is 'en-US', not {arguments[position]}";
}
