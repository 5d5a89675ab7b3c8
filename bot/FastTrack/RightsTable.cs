namespace FastTrackBot.FastTrack;

/// <summary>Who may do what, in one table. The README shows the same one, and a test holds them together.</summary>
public static class RightsTable
{
    private static readonly Dictionary<Right, Role[]> Holders = new()
    {
        [Right.See] = [Role.Admin, Role.ProjectTeam, Role.Specialist, Role.Partner],
        [Right.Tick] = [Role.Admin, Role.ProjectTeam, Role.Specialist, Role.Partner],
        [Right.Assign] = [Role.Admin, Role.Specialist, Role.Partner],
        [Right.Advance] = [Role.Admin, Role.Specialist, Role.Partner],
        [Right.Override] = [Role.Specialist],
        [Right.ManageTeam] = [Role.Admin, Role.Specialist, Role.Partner],
        [Right.Tag] = [Role.Specialist, Role.Partner],
        [Right.Assess] = [Role.Admin],
        [Right.PlanRemediation] = [Role.Admin, Role.Specialist, Role.Partner],
        [Right.Remediate] = [Role.Admin, Role.ProjectTeam, Role.Specialist, Role.Partner],
        [Right.VerifyForCustomer] = [Role.Admin],
        [Right.VerifyForFastTrack] = [Role.Specialist, Role.Partner],
        [Right.PlanCheckpoints] = [Role.Admin, Role.Specialist, Role.Partner],
        [Right.TakeMinutes] = [Role.Admin, Role.ProjectTeam, Role.Specialist, Role.Partner],
        [Right.Close] = [Role.Admin, Role.Specialist],
    };

    public static IReadOnlyList<Role> Of(Right right) => Holders[right];

    /// <summary>All that the roles allow together.</summary>
    public static IReadOnlySet<Right> Given(IReadOnlySet<Role> roles) => Holders.Keys.Where(right => Allows(right, roles)).ToHashSet();

    public static bool Allows(Right right, IEnumerable<Role> roles) => roles.Any(Holders[right].Contains);
}
