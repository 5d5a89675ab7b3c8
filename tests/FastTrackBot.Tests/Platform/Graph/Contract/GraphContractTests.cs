using System.Text.Json.Nodes;
using FastTrackBot.Platform.Graph;
using FastTrackBot.Sandbox;
using FastTrackBot.Tests.Cards;
using Microsoft.Extensions.DependencyInjection;

namespace FastTrackBot.Tests.Platform.Graph.Contract;

/// <summary>A check that cannot fail shows nothing: each kind of breach is found, and what is right passes.</summary>
public sealed class GraphContractTests
{
    private static readonly SandboxExchange Change = new(
        "PATCH", "/planner/tasks/1", new Dictionary<string, string>(), new HashSet<string> { "If-Match" },
        JsonNode.Parse("""{"title":"a","percentComplete":100,"assignments":{"1":{"@odata.type":"#microsoft.graph.plannerAssignment","orderHint":" !"},"2":null}}"""),
        200, JsonNode.Parse("""{"@odata.etag":"W/1","id":"1","completedBy":null,"dueDateTime":"2026-11-21T12:00:00Z"}"""));

    private static readonly SandboxExchange Question = new(
        "GET", "/sites/a,b,c/lists/1/items", new Dictionary<string, string> { ["$expand"] = "fields($select=Any)", ["$filter"] = "fields/Any eq 'x'" },
        new HashSet<string>(), null, 200, JsonNode.Parse("""{"value":[{"id":"1","fields":{"Any":1}}]}"""));

    [Fact]
    public void What_is_as_described_passes()
    {
        Assert.Empty(Check(Change));
        Assert.Empty(Check(Change with { Status = 204, Answer = null }));
        Assert.Empty(Check(Question));
        Assert.Empty(Check(Question with { Status = 404, Answer = JsonNode.Parse("""{"error":{"code":"","message":"m"}}""") }));
    }

    [Fact]
    public void A_wrong_address_is_found()
    {
        Breach(Change with { Path = "/planner/task/1" }, "no such path");
        Breach(Change with { Path = "/planner/tasks/1/title" }, "no such path");
        Breach(Change with { Method = "PUT" }, "no such method");
    }

    [Fact]
    public void A_wrong_query_is_found()
    {
        Breach(Question with { Query = new Dictionary<string, string> { ["$format"] = "json" } }, "no query option $format");
        Breach(Question with { Query = new Dictionary<string, string> { ["$select"] = "id,colour" } }, "$select names colour");
        Breach(Question with { Query = new Dictionary<string, string> { ["$expand"] = "columns" } }, "$expand names columns");
    }

    [Fact]
    public void A_missing_etag_is_found() => Breach(Change with { Headers = new HashSet<string>() }, "header If-Match is missing");

    [Theory]
    [InlineData("""{"titel":"a"}""", "body.titel is unknown")]
    [InlineData("""{"percentComplete":"100"}""", "body.percentComplete is")]
    [InlineData("""{"percentComplete":0.5}""", "body.percentComplete is")]
    [InlineData("""{"title":1}""", "body.title is")]
    [InlineData("""{"dueDateTime":"soon"}""", "body.dueDateTime is")]
    [InlineData("""{"previewType":"large"}""", "body.previewType is")]
    [InlineData("""{"assignments":[]}""", "body.assignments is an array")]
    [InlineData("""{"assignments":{"1":{"order":" !"}}}""", "body.assignments.1.order is unknown")]
    [InlineData("""{"completedBy":{"person":{}}}""", "body.completedBy.person is unknown")]
    public void A_wrong_body_is_found(string body, string breach) => Breach(Change with { Body = JsonNode.Parse(body) }, breach);

    [Fact]
    public void A_missing_or_needless_body_is_found()
    {
        Breach(Change with { Body = null }, "the body is missing");
        Breach(Question with { Body = new JsonObject() }, "a body is not expected");
    }

    [Theory]
    [InlineData(200, """{"name":"a"}""", "answer.name is unknown")]
    [InlineData(200, """{"id":1}""", "answer.id is 1")]
    [InlineData(200, null, "the answer is missing")]
    [InlineData(409, """{"fault":{}}""", "answer.fault is unknown")]
    [InlineData(409, null, "an error without a body")]
    public void A_wrong_answer_is_found(int status, string? answer, string breach) =>
        Breach(Change with { Status = status, Answer = answer is null ? null : JsonNode.Parse(answer) }, breach);

    [Fact]
    public void A_site_by_its_address_is_checked_too() =>
        Breach(Question with { Path = "/sites/a.sharepoint.com:/sites/b", Query = new Dictionary<string, string>(), Answer = new JsonObject { ["title"] = "x" } }, "answer.title is unknown");

    /// <summary>The whole way: client, make-believe tenant, inspector, the end of the test.</summary>
    [Fact]
    public async Task A_breach_fails_the_test_that_started_the_tenant()
    {
        Description();
        var sandbox = await SandboxHost.StartAsync(ct: TestContext.Current.CancellationToken);
        await using var services = GraphFixture.Services(
            TimeProvider.System, new SandboxCredential(TimeProvider.System), null, ("Graph:BaseUrl", sandbox.GraphBaseUrl.AbsoluteUri));
        var graph = services.GetRequiredService<GraphClient>();
        var wrong = GraphRequest.Get("/planner/nothing");

        await Assert.ThrowsAsync<GraphException>(() => graph.SendAsync(wrong, TestContext.Current.CancellationToken));
        await graph.BatchAsync([wrong], TestContext.Current.CancellationToken);

        Assert.Equal(2, sandbox.Breaches.Count);
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () => await sandbox.DisposeAsync());
        Assert.Contains("GET /planner/nothing (404): there is no such path", failure.Message, StringComparison.Ordinal);
    }

    private static void Breach(SandboxExchange exchange, string breach) => Assert.Contains(breach, Assert.Single(Check(exchange)), StringComparison.Ordinal);

    private static IEnumerable<string> Check(SandboxExchange exchange) => new GraphContract(Description()).Check(exchange);

    private static GraphDescription Description()
    {
        if (GraphDescription.Find() is { } description)
            return description;
        RepositoryFiles.Unavailable($"Graph's description is not there: {GraphDescription.File}");
        throw new InvalidOperationException("never comes here");
    }
}
