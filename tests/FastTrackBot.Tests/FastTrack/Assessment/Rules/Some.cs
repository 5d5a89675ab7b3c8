using FastTrackBot.FastTrack.Assessment;

namespace FastTrackBot.Tests.FastTrack.Assessment.Rules;

internal static class Some
{
    /// <summary>Kinds and facts in one line, without the subject.</summary>
    public static string Told(IEnumerable<Found> found) => string.Join("; ", found.Select(one => string.Join(' ', [one.Kind, .. one.Facts])));

    public static Account Account(
        string name = "a@contoso.example", bool enabled = true, bool guest = false, string? location = "NL", string errors = "", string conflicts = "") =>
        new(name, enabled, guest, location, errors.Split(' ', StringSplitOptions.RemoveEmptyEntries), conflicts.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
