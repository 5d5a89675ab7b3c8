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

    /// <summary>The members of a group take part in its role.</summary>
    public static EngagementChange Join(Engagement engagement, TeamGroup group, Person by, DateTimeOffset now) =>
        engagement.Groups.Any(known => known.GroupId == group.GroupId && known.Role == group.Role)
            ? new EngagementChange(engagement, [])
            : new EngagementChange(
                engagement with { Groups = [.. engagement.Groups, group] }, [new EngagementEvent(EventKind.MemberJoined, by, now, group.Name, To: group.Role.ToString())]);

    /// <summary>The person, or the group, takes part in the role no more. Items that were theirs stay with their name until someone gives them away.</summary>
    public static EngagementChange Leave(Engagement engagement, string objectId, Role role, Person by, DateTimeOffset now)
    {
        if (engagement.Team.FirstOrDefault(known => Same(known, objectId, role)) is { } leaving)
        {
            return Left(engagement with { Team = [.. engagement.Team.Where(member => member != leaving)] }, leaving.Person.Name);
        }

        return engagement.Groups.FirstOrDefault(known => known.GroupId == objectId && known.Role == role) is { } group
            ? Left(engagement with { Groups = [.. engagement.Groups.Where(other => other != group)] }, group.Name)
            : new EngagementChange(engagement, []);

        EngagementChange Left(Engagement without, string name) => new(without, [new EngagementEvent(EventKind.MemberLeft, by, now, name, From: role.ToString())]);
    }

    private static bool Same(Member member, string objectId, Role role) =>
        member.Role == role && string.Equals(member.Person.ObjectId, objectId, StringComparison.OrdinalIgnoreCase);
}
