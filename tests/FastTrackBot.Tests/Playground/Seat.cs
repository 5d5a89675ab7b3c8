using System.Text.RegularExpressions;
using FastTrackBot.Sandbox;

namespace FastTrackBot.Tests.Playground;

/// <summary>The chat client's settings, with another one of its people before the screen. It takes no other way to change who that is.</summary>
internal static partial class Seat
{
    /// <summary>One person's lines; the first of them begins with a dash in the list, and with spaces where somebody is the one at the screen.</summary>
    [GeneratedRegex(@"(?<=currentUser:\n  )id: (?:.+\n)+?(?=users:)")]
    private static partial Regex Current();

    public static string Settings(string name, string original)
    {
        var before = Current().Match(original).Value;
        var other = Regex.Match(original, $@"(?<=  - )id: .+\n    name: {Regex.Escape(name)}\n(?:    .+\n)+").Value;
        Assert.NotEmpty(other);
        var chat = $"a:1-{name.ToLowerInvariant().Replace(' ', '-')}-and-fasttrack";
        return original.Replace(other, "\0", StringComparison.Ordinal)
            .Replace(before, other.Replace("\n    ", "\n  ", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("\0", before.Replace("\n  ", "\n    ", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace(SandboxPeople.PersonalChat, chat, StringComparison.Ordinal);
    }
}
