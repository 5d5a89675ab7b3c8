using FastTrackBot.FastTrack;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Platform.Storage.Sqlite;
using FastTrackBot.Sandbox;
using Microsoft.Extensions.Logging.Abstractions;
using Person = FastTrackBot.FastTrack.Person;

namespace FastTrackBot.Tests.Playground;

/// <summary>An engagement that Alex leads, with three open items in its plan; and, when it is time, a checkpoint.</summary>
internal static class ChannelSeed
{
    private const string Id = "0f8fad5bd9cb469fa16570867728950e";

    public static readonly Person Alex = new(SandboxPeople.Admin, "Alex Wilber");
    public static readonly Person Megan = new(SandboxPeople.ProjectMember, "Megan Bowen");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task WriteEngagementAsync(string file) => CommitAsync(file, (documents, now) =>
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var engagement = new Engagement(Id, "Contoso", "contoso.com", Phase.Remediate, ["teams"], Alex, "r", "FT-1", now, [])
        {
            Path = [Phase.Validation, Phase.Assess, Phase.Remediate, Phase.Enable],
            Team = [new Member(Megan, Role.ProjectTeam)],
        };
        RemediationItem Item(string id, string check, Severity severity, string subject = "") => new(
            new Finding(id, check, id.Split(':')[0], severity, subject, [], [], new Uri("https://learn.microsoft.com/microsoft-365/")), today.AddDays(14), Alex);
        documents.Save(RemediationDocument.Kind, SandboxPeople.TenantId, Id, new RemediationPlan(Id,
            [Item("spfTwice:contoso-retail.example", "spf", Severity.Blocker, "contoso-retail.example"), Item("syncStale", "sync", Severity.Warning), Item("dmarcMissing:contoso.com", "dmarc", Severity.Warning, "contoso.com")]));
        EngagementDocument.Save(documents, SandboxPeople.TenantId, engagement, new EngagementEvent(EventKind.Started, Alex, now));
        return Task.CompletedTask;
    });

    /// <summary>In one hour and a little more, so that its last reminder is due at once when the bot is up.</summary>
    public static Task WriteCheckpointAsync(string file) => CommitAsync(file, async (documents, now) =>
    {
        var engagement = (await documents.ReadAsync(EngagementDocument.Kind, SandboxPeople.TenantId, Id, Ct))!;
        var zone = Daylight(now);
        var checkpoint = new Checkpoint("c1", Id, CheckpointKind.Checkpoint, ZonedTime.In(now.AddHours(1).AddSeconds(20), zone), zone, TimeSpan.FromMinutes(45)) { Attendees = [Alex, Megan] };
        CheckpointDocument.Save(documents, SandboxPeople.TenantId, engagement, [], new CheckpointChange([checkpoint], [new EngagementEvent(EventKind.CheckpointsPlanned, Alex, now)]), now);
    });

    /// <summary>Somewhere where it is day: nobody is reminded in the quiet hours.</summary>
    private static string Daylight(DateTimeOffset now) =>
        new[] { "Europe/Tallinn", "America/Los_Angeles", "Asia/Shanghai" }.First(zone => ZonedTime.In(now, zone).Hour is >= 8 and < 18);

    private static async Task CommitAsync(string file, Func<DocumentSession, DateTimeOffset, Task> change)
    {
        using var store = SqliteStore.Open(file, NullLogger.Instance);
        var documents = new DocumentSession(store);
        await change(documents, TimeProvider.System.GetUtcNow());
        Assert.Equal(CommitOutcome.Committed, (await store.CommitAsync(documents.ToCommit(), Ct)).Outcome);
    }
}
