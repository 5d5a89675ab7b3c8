using System.Globalization;

namespace FastTrackBot.FastTrack.Assessment.Rules;

public static class MailboxRules
{
    /// <summary>No names: the report conceals them unless the tenant decided otherwise, and the numbers say enough.</summary>
    public static IEnumerable<Found> Find(MailboxReport report, double full)
    {
        var known = report.Mailboxes.Where(mailbox => mailbox.Quota > 0).Select(mailbox => (double)mailbox.Used / mailbox.Quota).ToList();
        var nearly = known.Where(share => share >= full).ToList();
        if (nearly.Count > 0)
            yield return Found.Of("mailboxesFull", "", $"{nearly.Count}", $"{known.Count}", Percent(full), Percent(nearly.Max()), report.RefreshedOn);
    }

    private static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture);
}
