namespace FastTrackBot.FastTrack.Assessment;

/// <summary>One thing to look at in the tenant. Reading is the reader's matter, judging the rules': a check brings the two together.</summary>
/// <param name="id">Names it in records, and its text.</param>
/// <param name="permission">What it needs of Microsoft Graph. Where that is missing, somebody is asked instead.</param>
public abstract class Check(string id, string permission)
{
    public string Id { get; } = id;

    public string Permission { get; } = permission;

    /// <exception cref="Platform.Graph.GraphException"/>
    /// <exception cref="Platform.Dns.DnsException"/>
    public abstract Task<IReadOnlyList<Found>> RunAsync(TenantReader tenant, CancellationToken cancellationToken);
}
