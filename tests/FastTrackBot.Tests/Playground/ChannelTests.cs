using FastTrackBot.FastTrack;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Platform.Storage.Sqlite;
using FastTrackBot.Sandbox;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using Person = FastTrackBot.FastTrack.Person;

namespace FastTrackBot.Tests.Playground;

[Collection(PlaygroundGroup.Name)]
public sealed class ChannelTests(Chromium chromium)
{
    private static readonly Person Alex = new(SandboxPeople.Admin, "Alex Wilber");
    private static readonly Person Megan = new(SandboxPeople.ProjectMember, "Megan Bowen");

    [Fact]
    public Task A_channel_gets_a_remediation_card_two_people_tick_it_and_the_card_follows() => PlaygroundSession.RunAsync(chromium, async session =>
    {
        await session.Chat.SeesAsync("Hello, I am your FastTrack assistant");
        // Alex leads one engagement, so the channel in which the app is installed is that one's.
        var channel = await session.Chat.GoesToChannelAsync("Contoso onboarding - General");
        await channel.SeesAnywhereAsync("This channel works on the engagement of Contoso now");
        await channel.MentionsBotAsync("post remediation", newThreads: 2);
        await channel.SeesAnywhereAsync("0 of 3 fixed");

        await channel.TicksAnywhereAsync("contoso-retail.example");
        await channel.PressesAnywhereAsync("These are fixed", "1 of 3 fixed");
        await session.Chat.OtherPressesAsync(Megan.ObjectId, Megan.Name, ("fixed-syncStale", "true"));
        await channel.SeesAnywhereAsync("2 of 3 fixed");
        await channel.PhotographPageAsync("channel");
    }, prepare: PrepareAsync);

    private static async Task PrepareAsync(string file)
    {
        using var store = SqliteStore.Open(file, NullLogger.Instance);
        var (documents, now, today) = (new DocumentSession(store), TimeProvider.System.GetUtcNow(), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        var engagement = new Engagement("0f8fad5bd9cb469fa16570867728950e", "Contoso", "contoso.com", Phase.Remediate, ["teams"], Alex, "r", "FT-1", now, [])
        {
            Path = [Phase.Validation, Phase.Assess, Phase.Remediate, Phase.Enable],
            Team = [new Member(Megan, Role.ProjectTeam)],
        };
        RemediationItem Item(string id, string check, Severity severity, string subject = "") => new(
            new Finding(id, check, id.Split(':')[0], severity, subject, [], [], new Uri("https://learn.microsoft.com/microsoft-365/")), today.AddDays(14), Alex);
        documents.Save(RemediationDocument.Kind, SandboxPeople.TenantId, engagement.Id, new RemediationPlan(engagement.Id,
            [Item("spfTwice:contoso-retail.example", "spf", Severity.Blocker, "contoso-retail.example"), Item("syncStale", "sync", Severity.Warning), Item("dmarcMissing:contoso.com", "dmarc", Severity.Warning, "contoso.com")]));
        EngagementDocument.Save(documents, SandboxPeople.TenantId, engagement, new EngagementEvent(EventKind.Started, Alex, now));
        await store.CommitAsync(documents.ToCommit(), TestContext.Current.CancellationToken);
    }
}
