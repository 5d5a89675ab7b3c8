using System.Globalization;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Adoption.Use;

/// <summary>Reads once a week how many people use the services of an engagement, as long as it is not closed. Its key is the tenant and the engagement.</summary>
internal sealed class UseWork(UseReader reader, TimeProvider clock) : WorkKind(KindName)
{
    public const string KindName = "adoption-use";

    /// <summary>What takes an administrator is not asked for every few minutes.</summary>
    private static readonly TimeSpan PauseForAdministrator = TimeSpan.FromHours(6);

    /// <summary>Reports change once a day at the most.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Whoever reads the history: the bot, by itself.</summary>
    private static readonly Person Bot = new("", "FastTrackBot");

    /// <summary>Graph gives out each report 14 times in ten minutes.</summary>
    public override int Parallelism => 1;

    public static void Queue(DocumentSession documents, string tenantId, Engagement engagement, DateTimeOffset due)
    {
        // A partner's customer has a tenant of its own, which the bot cannot read.
        if (!engagement.IsElsewhere) documents.Queue(KindName, $"{tenantId}/{engagement.Id}", due);
    }

    public override async Task<WorkResult> DoAsync(WorkClaim claim, DocumentSession documents, CancellationToken cancellationToken)
    {
        var (tenant, id) = claim.TenantAndId();
        if (await documents.ReadAsync(EngagementDocument.Kind, tenant, id, cancellationToken) is not { IsClosed: false, IsElsewhere: false } engagement) return WorkResult.Done;

        var before = await UseDocument.ReadAsync(documents, tenant, id, cancellationToken);
        if (before is { Trouble: null, Last.At: var last, NextLook: { } next } && clock.GetUtcNow() - last < Pause)
        {
            // Somebody pressed twice.
            Queue(documents, tenant, engagement, next);
            return WorkResult.Done;
        }

        try
        {
            var read = await reader.ReadAsync(engagement.Workloads, cancellationToken);
            var after = (read.Reading is { } reading ? UseRules.Add(before, reading, read.Weeks) : before) with
            {
                Trouble = read.Reading is null ? UseTrouble.Empty : null,
                NamesConcealed = await reader.AreNamesConcealedAsync(cancellationToken),
            };
            after = Reach(documents, tenant, engagement, after with { NextLook = UseRules.NextLook(before, after, clock.GetUtcNow()) });
            documents.Save(UseDocument.Kind, tenant, id, after);
            Queue(documents, tenant, engagement, after.NextLook!.Value);
            return WorkResult.Done;
        }
        catch (GraphException exception)
        {
            var trouble = exception.IsForbidden ? UseTrouble.Forbidden : UseTrouble.Away;
            if (before.Trouble != trouble) documents.Save(UseDocument.Kind, tenant, id, before with { Trouble = trouble });
            return WorkResult.Again(exception.Message, exception.RetryAfter ?? (exception.IsForbidden ? PauseForAdministrator : null));
        }
    }

    /// <summary>Milestones that this reading reaches go into the history.</summary>
    private UseSeries Reach(DocumentSession documents, string tenant, Engagement engagement, UseSeries series)
    {
        var newly = MilestoneRules.Newly(series, UseMilestones.All);
        if (newly.Count == 0) return series;
        var now = clock.GetUtcNow();
        EngagementDocument.Save(documents, tenant, engagement, [.. newly.Select(reached => new EngagementEvent(
            EventKind.UseMilestoneReached, Bot, now, reached.Workload.Length == 0 ? "Microsoft 365" : reached.Workload, To: Needed(reached)))]);
        return series with { Reached = [.. series.Reached, .. newly] };
    }

    private static string Needed(MilestoneReached reached)
    {
        var milestone = UseMilestones.All.First(known => known.Id == reached.Milestone);
        return milestone.Percent is { } percent ? string.Create(CultureInfo.InvariantCulture, $"{percent} %") : (milestone.People ?? 0).ToString(CultureInfo.InvariantCulture);
    }
}
