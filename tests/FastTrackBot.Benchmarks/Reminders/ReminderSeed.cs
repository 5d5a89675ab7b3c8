using System.Globalization;
using System.Text;
using FastTrackBot.Benchmarks.Load;

namespace FastTrackBot.Benchmarks.Reminders;

/// <summary>
/// Engagements, and people who are each told of one item that is due today: twelve people an engagement, as each item has one owner. All
/// other engagements lie there as engagements do, with a look at them next month.
/// </summary>
internal sealed record ReminderSeed(int Engagements, int People, string ServiceUrl)
{
    private const int ItemsEach = 12;

    /// <summary>Nobody is reminded at a weekend: the bot's clock begins on a Tuesday morning.</summary>
    public static readonly DateTimeOffset Morning = new(2027, 3, 2, 10, 0, 0, TimeSpan.Zero);

    private static readonly string[] Items =
    [
        "licencesInTenant", "noTrials", "adminSignIn", "tenantAndDomain", "contactKnows", "projectManager",
        "technicalLead", "goals", "servicesAndDates", "teamSpace", "supportPlan", "meetingTimes",
    ];

    /// <summary>A digest as the bot leaves it behind, for who writes without knowing what.</summary>
    public static byte[] Told { get; } = Encoding.UTF8.GetBytes(
        """
        {"person":{"objectId":"00000001-0007-0007-0102-030405060708","name":"Person 1"},"waiting":[],"ended":[{"reminder":{"engagementId":"00000000000000000000000000000001","kind":"Item","stage":"Due","subject":"contactKnows","date":"2027-03-02","day":"2027-03-02"},"outcome":"Delivered","at":"2027-03-02T10:01:02.1234567+00:00"}],"acknowledged":[],"lastSent":"2027-03-02","zone":"UTC"}
        """);

    /// <summary>How many messages are sent to tell everyone once.</summary>
    public int Reminders => People;

    public IEnumerable<SeedDocument> Documents()
    {
        // Else the bot would look at all engagements at its start, as it does once in its life.
        yield return new SeedDocument("reminders-begun", "reminders-begun", """{"at":"2027-03-01T10:00:00+00:00"}""", "bot");
        for (var number = 0; number < Engagements; number++) yield return new SeedDocument("engagement", IdOf(number), Engagement(number));
        for (var person = 0; person < People; person++)
        {
            yield return new SeedDocument("installation", $"person:{PersonOf(person)}", Installation(person));
            yield return new SeedDocument("digest", PersonOf(person), Digest(person));
        }
    }

    public IEnumerable<SeedWork> Work()
    {
        for (var number = 0; number < Engagements; number++) yield return new SeedWork("reminders", $"{BenchmarkUser.Tenant}/{IdOf(number)}", Morning.AddDays(30));
        for (var person = 0; person < People; person++) yield return new SeedWork("digest", $"{BenchmarkUser.Tenant}/{PersonOf(person)}", Morning);
    }

    /// <summary>Spread over all engagements, so that none lies nearer than others.</summary>
    private int EngagementOf(int person) => (int)((long)(person / ItemsEach) * Engagements / (People / ItemsEach));

    private static string IdOf(int engagement) => engagement.ToString("x32", CultureInfo.InvariantCulture);

    private static string PersonOf(int person) => new Guid(person, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]).ToString();

    private string Engagement(int number)
    {
        // The first of its people; those of engagements that nobody is reminded of are nobody's.
        var first = (int)(((long)number * (People / ItemsEach) + Engagements - 1) / Engagements) * ItemsEach;
        var told = first < People && EngagementOf(first) == number;
        var items = Items.Select((id, item) => Item(id, told ? PersonOf(first + item) : Guid.Empty.ToString(), first + item));
        return $$"""
            {"id":"{{IdOf(number)}}","organisation":"Organisation {{number}}","domain":"contoso.com","phase":"Validation","workloads":["exchange","sharePoint","teams"],
             "owner":{"objectId":"{{Guid.Empty}}","name":"Anna Berg"},"requestId":"7c9e6679742540de944be07fc1f90ae7","reference":"FT-2027-{{number}}","startedAt":"2027-02-20T09:00:00+00:00",
             "checklist":[{{string.Join(',', items)}}]}
            """;
    }

    private static string Item(string id, string owner, int number) => $$$"""
        {"id":"{{{id}}}","due":"2027-03-02","owner":{"objectId":"{{{owner}}}","name":"Person {{{number}}}"}}
        """;

    private string Installation(int person) => $$"""
        {"reference":{"serviceUrl":"{{ServiceUrl}}","conversationId":"a:{{person}}","conversationType":"personal","tenantId":"{{BenchmarkUser.Tenant}}","botId":"28:{{BenchmarkUser.App}}","userId":"29:{{person}}","userAadObjectId":"{{PersonOf(person)}}","locale":"en-US"},"timeZone":"UTC"}
        """;

    private string Digest(int person) => $$"""
        {"person":{"objectId":"{{PersonOf(person)}}","name":"Person {{person}}"},"waiting":[{"engagementId":"{{IdOf(EngagementOf(person))}}","kind":"Item","stage":"Due","subject":"{{Items[person % ItemsEach]}}","date":"2027-03-02","day":"2027-03-02"}],"ended":[],"zone":"UTC"}
        """;
}

internal readonly record struct SeedDocument(string Kind, string Id, string Json, string Partition = BenchmarkUser.Tenant);

internal readonly record struct SeedWork(string Kind, string Key, DateTimeOffset Due);
