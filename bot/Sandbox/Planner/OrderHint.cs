using System.Globalization;

namespace FastTrackBot.Sandbox.Planner;

/// <summary>Planner's own hints are short strings in ordinal order; whatever a caller asked for, it gets one of these back.</summary>
internal static class OrderHint
{
    /// <summary>In front of so many.</summary>
    public static string Before(int count) => (8_999_999 - count).ToString(CultureInfo.InvariantCulture) + "Pz";
}
