using System.Globalization;
using FastTrackBot.Cards;
using FastTrackBot.Platform;

namespace FastTrackBot.FastTrack.Assessment;

/// <summary>A finding in the reader's language. What comes from the tenant is escaped for a card.</summary>
public static class FindingWords
{
    public static string Title(Finding finding) => Fill($"Title_{finding.Kind}", finding);

    /// <summary>For a file, where nothing is escaped.</summary>
    public static string PlainTitle(Finding finding) => Fill($"Title_{finding.Kind}", finding, plain: true);

    /// <inheritdoc cref="PlainTitle"/>
    public static string PlainFix(Finding finding) => Fill($"Fix_{finding.Kind}", finding, plain: true);

    /// <summary>By a finding's id: its kind, and what it concerns.</summary>
    /// <returns>Null where that is no id of a finding.</returns>
    public static string? TitleOf(string id)
    {
        var parts = id.Split(':', 2);
        var subject = parts.ElementAtOrDefault(1) ?? "";
        return Text.ResourceManager.GetString($"Title_{parts[0]}", CultureInfo.CurrentUICulture)?
            .With(UserText.Escape(subject), parts[0] == "answer" ? Topic(subject) : "");
    }

    public static string Evidence(Finding finding) => Fill($"Evidence_{finding.Kind}", finding);

    /// <summary>What to do about it.</summary>
    public static string Fix(Finding finding) => Fill($"Fix_{finding.Kind}", finding);

    /// <summary>A few of those concerned; null where the finding names none.</summary>
    public static string? Examples(Finding finding) =>
        finding.Examples.Count == 0 ? null : Text.Examples.With(string.Join("; ", finding.Examples.Select(UserText.Escape)));

    /// <summary>What a check or a question is about, in a word or two.</summary>
    public static string Topic(string id) => Named($"Topic_{id}");

    public static string Ask(string id) => Named($"Ask_{id}");

    internal static string Named(string key) => Text.ResourceManager.Named(key);

    private static string Fill(string key, Finding finding, bool plain = false)
    {
        string Shown(string text) => plain ? text : UserText.Escape(text);

        // What people answered is about a topic, which has a name in each language.
        var facts = finding.Kind == "answer" ? [Topic(finding.Subject), .. finding.Facts] : finding.Facts;
        return Named(key).With([Shown(finding.Subject), .. facts.Select(Shown)]);
    }
}
