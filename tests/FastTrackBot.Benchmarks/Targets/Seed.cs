using System.Text;
using FastTrackBot.Benchmarks.Load;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Platform.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace FastTrackBot.Benchmarks.Targets;

/// <summary>An engagement with a checklist of twelve items, two of them done: what <c>status</c> shows to every admin of the tenant.</summary>
internal static class Seed
{
    private static readonly string[] Items =
    [
        "licencesInTenant", "noTrials", "adminSignIn", "tenantAndDomain", "contactKnows", "projectManager",
        "technicalLead", "goals", "servicesAndDates", "teamSpace", "supportPlan", "meetingTimes",
    ];

    public static void Write(string database)
    {
        using var store = SqliteStore.Open(database, NullLogger.Instance);
        var key = new DocumentKey("engagement", BenchmarkUser.Tenant, "0f8fad5bd9cb469fa16570867728950e");
        store.CommitAsync(new Commit([new DocumentWrite(key, 0, Encoding.UTF8.GetBytes(Engagement()))]), CancellationToken.None).GetAwaiter().GetResult();
    }

    private static string Engagement() => $$"""
        {"id":"0f8fad5bd9cb469fa16570867728950e","organisation":"Contoso","domain":"contoso.com","phase":"Validation",
         "workloads":["exchange","sharePoint","teams"],"owner":{"objectId":"{{BenchmarkUser.ObjectIdOf(0)}}","name":"Anna Berg"},
         "requestId":"7c9e6679742540de944be07fc1f90ae7","reference":"FT-2027-00123","startedAt":"2026-11-20T09:00:00+00:00",
         "checklist":[{{string.Join(',', Items.Select((id, index) => Item(id, index)))}}]}
        """;

    private static string Item(string id, int index) => $$"""
        {"id":"{{id}}","due":"2026-12-{{index + 1:00}}"{{(index < 2 ? $$""","doneBy":{"objectId":"{{BenchmarkUser.ObjectIdOf(1)}}","name":"Alex Wilber"}""" : "")}}}
        """;
}
