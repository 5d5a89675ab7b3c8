namespace FastTrackBot.FastTrack.Assessment.Rules;

public static class AccountRules
{
    /// <summary>One finding for each kind of error, as each is solved in another way.</summary>
    public static IEnumerable<Found> FindLicenceErrors(IEnumerable<Account> accounts) =>
        Group(accounts, account => account.LicenceErrors, "licenceError");

    /// <summary>One finding for each property that collides.</summary>
    public static IEnumerable<Found> FindConflicts(IEnumerable<Account> accounts) =>
        Group(accounts, account => account.Conflicts, "provisioningConflict");

    /// <summary>Guests need no licence, and accounts that are switched off get none.</summary>
    public static IEnumerable<Found> FindWithoutLocation(IEnumerable<Account> accounts)
    {
        var concerned = accounts.Where(account => account is { IsEnabled: true, IsGuest: false }).ToList();
        var without = concerned.Where(account => string.IsNullOrEmpty(account.UsageLocation)).ToList();
        if (without.Count > 0)
            yield return Found.Of("usageLocation", "", $"{without.Count}", $"{concerned.Count}").Like(without.Select(account => account.Name));
    }

    private static IEnumerable<Found> Group(IEnumerable<Account> accounts, Func<Account, IEnumerable<string>> words, string kind) =>
        from account in accounts
        from word in words(account).Distinct()
        group account.Name by word into concerned
        orderby concerned.Key
        select Found.Of(kind, concerned.Key, $"{concerned.Count()}").Like(concerned);
}
