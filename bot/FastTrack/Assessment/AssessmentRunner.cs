using System.Net;
using FastTrackBot.FastTrack.Assessment.Rules;
using FastTrackBot.Platform.Dns;
using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Graph.Tenant;

namespace FastTrackBot.FastTrack.Assessment;

/// <summary>Makes all checks, a few side by side. A check that cannot be made holds up no other.</summary>
public sealed class AssessmentRunner(GraphClient graph, GraphReports reports, DnsClient dns, IEnumerable<Check> checks, ILogger<AssessmentRunner> log)
{
    /// <summary>The Secure Score takes no more than four calls at a time, and Graph counts the others too.</summary>
    private const int SideBySide = 4;

    private readonly IReadOnlyList<Check> _checks = [.. checks];

    public int Checks => _checks.Count;

    /// <param name="progress">Told how many checks are done, after each.</param>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(Func<int, Task> progress, CancellationToken cancellationToken)
    {
        var tenant = new TenantReader(graph, reports, dns, cancellationToken);
        using var places = new SemaphoreSlim(SideBySide);
        var running = _checks.Select(check => RunAsync(check, tenant, places, cancellationToken)).ToList();
        var done = 0;
        await foreach (var ended in Task.WhenEach(running))
        {
            await ended;
            await progress(++done);
        }

        return await Task.WhenAll(running);
    }

    private async Task<CheckResult> RunAsync(Check check, TenantReader tenant, SemaphoreSlim places, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            var found = await check.RunAsync(tenant, cancellationToken);
            return new CheckResult(new CheckOutcome(check.Id, CheckState.Done), [.. found.Select(one => FindingKinds.Find(check.Id, one))]);
        }
        catch (GraphException exception) when (exception.IsForbidden)
        {
            return new CheckResult(new CheckOutcome(check.Id, CheckState.NotPermitted, check.Permission), []);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // What neither Graph nor the DNS explains is a fault of ours, and is logged with its place.
            Log.CheckFailed(log, check.Id, exception.Message, exception is GraphException or DnsException ? null : exception);
            return new CheckResult(new CheckOutcome(check.Id, CheckState.Failed, Trouble: TroubleOf(exception)), []);
        }
        finally
        {
            places.Release();
        }
    }

    private static CheckTrouble TroubleOf(Exception exception) => exception switch
    {
        DnsException => CheckTrouble.DnsUnavailable,
        GraphException { IsThrottled: true } => CheckTrouble.Throttled,
        GraphException { Code: GraphCodes.TimedOut } => CheckTrouble.TimedOut,
        GraphException { Code: GraphCodes.InvalidAnswer or GraphCodes.ForeignNextLink } => CheckTrouble.Unreadable,
        GraphException { Status: (int)HttpStatusCode.Unauthorized } or GraphException { Code: GraphCodes.TokenUnavailable } => CheckTrouble.NoToken,
        GraphException => CheckTrouble.Unavailable,
        _ => CheckTrouble.Unreadable,
    };
}
