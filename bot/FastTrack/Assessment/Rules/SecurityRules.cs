using System.Globalization;

namespace FastTrackBot.FastTrack.Assessment.Rules;

public static class SecurityRules
{
    /// <param name="policies">The states of the Conditional Access policies; one that only reports protects nobody.</param>
    public static IEnumerable<Found> FindSignIn(bool defaultsAreOn, IReadOnlyList<string> policies)
    {
        if (!defaultsAreOn && !policies.Contains("enabled")) yield return Found.Of("signInUnprotected", "", $"{policies.Count}");
    }

    public static IEnumerable<Found> FindGlobalAdmins(int admins, double fewest, double most)
    {
        if (admins < fewest) yield return Found.Of("globalAdminsFew", "", $"{admins}", $"{fewest}");
        if (admins > most) yield return Found.Of("globalAdminsMany", "", $"{admins}", $"{most}");
    }

    public static IEnumerable<Found> FindScore(ScoreFacts score, double least, double controls)
    {
        if (score.Maximum <= 0 || score.Current >= score.Maximum * least) yield break;
        var missing = score.Missing.Where(control => control.Missing > 0).OrderByDescending(control => control.Missing).ThenBy(control => control.Control)
            .Take((int)controls).Select(control => $"{control.Control} (+{Number(control.Missing)})");
        yield return Found.Of("secureScore", "", Number(score.Current), Number(score.Maximum), Percent(score.Current / score.Maximum)).Like(missing);
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture);
}
