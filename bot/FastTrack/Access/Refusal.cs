using FastTrackBot.Cards;
using FastTrackBot.Platform;

namespace FastTrackBot.FastTrack.Access;

/// <summary>A "no" that says who can.</summary>
internal static class Refusal
{
    public static string Of(Right right, Engagement engagement)
    {
        var holders = RightsTable.Of(right);
        var people = engagement.Team.Where(member => holders.Contains(member.Role)).Select(member => member.Person.Name);
        if (holders.Contains(Role.Admin)) people = people.Prepend(engagement.Owner.Name);
        var names = string.Join(Text.Comma, people.Distinct(StringComparer.Ordinal).Select(UserText.Escape));
        var roles = string.Join(Text.Or, holders.Select(NameOf));
        return names.Length > 0 ? Text.OnlyThese.With(roles, names) : Text.OnlyRoles.With(roles);
    }

    public static string NameOf(Role role) => role switch
    {
        Role.Admin => Text.Role_Admin,
        Role.ProjectTeam => Text.Role_ProjectTeam,
        Role.Specialist => Text.Role_Specialist,
        _ => Text.Role_Partner,
    };
}
