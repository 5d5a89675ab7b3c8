using System.Globalization;
using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Reminders;
using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Platform.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Member = FastTrackBot.FastTrack.Person;

namespace FastTrackBot.Tests.Bot.Cluster;

/// <summary>Engagements of twelve items, each due today and somebody else's: everyone is to be told of one.</summary>
internal static class DigestSeed
{
    public const string Tenant = "cluster";

    private static readonly string[] Items =
    [
        "licencesInTenant", "noTrials", "adminSignIn", "tenantAndDomain", "contactKnows", "projectManager",
        "technicalLead", "goals", "servicesAndDates", "teamSpace", "supportPlan", "meetingTimes",
    ];

    private static readonly DateOnly Today = DateOnly.FromDateTime(FastClock.Morning.UtcDateTime);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The people are <paramref name="count"/>, and all of them due at the same instant.</summary>
    public static async Task WriteAsync(string database, string serviceUrl, int count)
    {
        using var store = PostgresStore.Open(database, NullLogger.Instance);
        foreach (var part in Enumerable.Range(0, count).Chunk(Items.Length).Chunk(50))
        {
            var documents = new DocumentSession(store);
            foreach (var people in part) Add(documents, people, serviceUrl);
            Assert.Equal(CommitOutcome.Committed, (await store.CommitAsync(documents.ToCommit(), Ct)).Outcome);
        }

        var work = new DocumentSession(store);
        foreach (var person in Enumerable.Range(0, count)) work.Queue(DigestWork.KindName, $"{Tenant}/{Id(person)}", FastClock.Morning);
        Assert.Equal(CommitOutcome.Committed, (await store.CommitAsync(work.ToCommit(), Ct)).Outcome);
    }

    /// <summary>What became of each person's reminder.</summary>
    public static async Task<IReadOnlyList<Digest>> ReadAsync(string database)
    {
        using var store = PostgresStore.Open(database, NullLogger.Instance);
        return await new DocumentSession(store).ReadAllAsync(DigestDocument.Kind, Tenant, Ct);
    }

    private static void Add(DocumentSession documents, int[] people, string serviceUrl)
    {
        var id = $"e{Id(people[0])}";
        var items = people.Zip(Items, (person, item) => new ChecklistItem(item, Today) { Owner = Of(person) }).ToList();
        documents.Save(EngagementDocument.Kind, Tenant, id, new Engagement(
            id, "Contoso", "contoso.com", Phase.Validation, ["teams"], new Member("leader", "Anna Berg"), "r", "FT-1", FastClock.Morning.AddDays(-5), items));
        foreach (var (person, item) in people.Zip(items))
        {
            var reminder = new Reminder(id, ReminderKind.Item, ReminderStage.Due, item.Id, Today, Today);
            documents.Save(DigestDocument.Kind, Tenant, Id(person), new Digest(Of(person), [reminder], []) { Zone = "UTC" });
            documents.Save(Installation.Kind, Tenant, Installation.OfPerson(Id(person)), new Installation(
                new ConversationReference(serviceUrl, $"c{Id(person)}", "personal", Tenant, "28:bot", $"29:{person}", Id(person), "en-US"), "UTC"));
        }
    }

    private static string Id(int person) => person.ToString(CultureInfo.InvariantCulture);

    private static Member Of(int person) => new(Id(person), $"Person {person}");
}
