using System.Globalization;
using FastTrackBot.Cards;
using FastTrackBot.Platform;

namespace FastTrackBot.FastTrack.Assessment;

/// <summary>A finding in the words of the turn's language.</summary>
public static class FindingWords
{
    public static string Title(Finding finding) => Of("Title", finding);

    /// <summary>By a finding's id: its kind, and what it concerns.</summary>
    /// <returns>Null where that is no id of a finding.</returns>
    public static string? Title(string id)
    {
        var parts = id.Split(':', 2);
        return Find($"Title_{parts[0]}")?.With(UserText.Escape(parts.ElementAtOrDefault(1) ?? ""));
    }

    /// <summary>How to put it right.</summary>
    public static string Fix(Finding finding) => Of("Fix", finding);

    private static string Of(string what, Finding finding) =>
        (Find($"{what}_{finding.Kind}") ?? throw new InvalidOperationException($"Text.resx of Assessment lacks {what}_{finding.Kind}."))
            .With([.. finding.Facts.Prepend(finding.Subject).Select(UserText.Escape)]);

    private static string? Find(string key) => Text.ResourceManager.GetString(key, CultureInfo.CurrentUICulture);
}
