namespace FastTrackBot.FastTrack.Team;

public static class TeamRules
{
    /// <summary>
    /// Whether somebody may give a role. Nobody makes themselves more than they are: an admin is named by an admin, and FastTrack's side
    /// by FastTrack's side, or by anyone who names a person whom the settings know as that.
    /// </summary>
    /// <param name="mine">The roles of whoever gives it.</param>
    /// <param name="isKnown">The settings know the person in that role.</param>
    public static bool MayGive(Role role, IReadOnlySet<Role> mine, bool isKnown) => RightsTable.Allows(Right.ManageTeam, mine) && role switch
    {
        Role.ProjectTeam => true,
        Role.Admin => mine.Contains(Role.Admin),
        _ => isKnown || mine.Contains(Role.Specialist),
    };

    /// <summary>The person takes part in the role; whoever has it already, nothing happens to.</summary>
    public static EngagementChange Join(Engagement engagement, Person person, Role role, Person by, DateTimeOffset now)
    {
        var member = new Member(person, role);
        return engagement.Team.Any(known => Same(known, person.ObjectId, role))
            ? new EngagementChange(engagement, [])
            : new EngagementChange(
                engagement with { Team = [.. engagement.Team, member] }, [new EngagementEvent(EventKind.MemberJoined, by, now, person.Name, To: role.ToString())]);
    }

    /// <summary>The person takes part in the role no more. Items that were theirs stay with their name until someone gives them away.</summary>
    public static EngagementChange Leave(Engagement engagement, string objectId, Role role, Person by, DateTimeOffset now)
    {
        var leaving = engagement.Team.FirstOrDefault(known => Same(known, objectId, role));
        return leaving is null
            ? new EngagementChange(engagement, [])
            : new EngagementChange(
                engagement with { Team = [.. engagement.Team.Where(member => member != leaving)] },
                [new EngagementEvent(EventKind.MemberLeft, by, now, leaving.Person.Name, From: role.ToString())]);
    }

    private static bool Same(Member member, string objectId, Role role) =>
        member.Role == role && string.Equals(member.Person.ObjectId, objectId, StringComparison.OrdinalIgnoreCase);
}
