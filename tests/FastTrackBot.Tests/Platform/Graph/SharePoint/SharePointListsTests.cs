using System.Text.Json.Nodes;
using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Graph.SharePoint;
using FastTrackBot.Sandbox;

namespace FastTrackBot.Tests.Platform.Graph.SharePoint;

/// <summary>Lists and items at the make-believe tenant; each exchange is held against Microsoft's description as well.</summary>
public sealed class SharePointListsTests : IAsyncLifetime
{
    private static readonly NewList Records = new(
        "Records",
        [
            new("RecordKey") { DisplayName = "Record key", Indexed = true, EnforceUniqueValues = true, Required = true, Text = new(MaxLength: 64) },
            new("Phase") { Indexed = true, Choice = new(["assess", "remediate"]) },
            new("Seats") { Number = new("none", 0) },
            new("Due") { DateTime = new("dateOnly") },
            new("Open") { Boolean = new() },
            new("Payload") { Text = new(AllowMultipleLines: true, TextType: "plain") },
        ])
    { Description = "One row each" };

    private GraphAtSandbox _graph = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private SharePointLists Lists => _graph.Get<SharePointLists>();

    public async ValueTask InitializeAsync() => _graph = await GraphAtSandbox.StartAsync();

    public ValueTask DisposeAsync() => _graph.DisposeAsync();

    [Fact]
    public async Task The_site_is_found_by_its_address()
    {
        var site = await Lists.GetSiteAsync(new Uri(SandboxPlaces.SiteUrl + "/"), Ct);
        var failure = await Assert.ThrowsAsync<GraphException>(() => Lists.GetSiteAsync(new Uri("https://contoso.sharepoint.com/sites/other"), Ct));

        Assert.Equal((SandboxPlaces.SiteId, SandboxPlaces.SiteUrl), (site.Id, site.WebUrl));
        Assert.True(failure.IsNotFound);
        Assert.Equal("itemNotFound", failure.Code);
    }

    [Fact]
    public async Task A_list_is_made_once_and_found_with_its_columns()
    {
        Assert.Null(await Lists.FindListAsync(SandboxPlaces.SiteId, "Records", Ct));

        var made = await Lists.CreateListAsync(SandboxPlaces.SiteId, Records, Ct);
        var found = await Lists.FindListAsync(SandboxPlaces.SiteId, "records", Ct);
        var columns = (await Lists.GetListAsync(new(SandboxPlaces.SiteId, made.Id), Ct)).Columns!;
        var second = await Assert.ThrowsAsync<GraphException>(() => Lists.CreateListAsync(SandboxPlaces.SiteId, Records, Ct));

        Assert.Equal(made.Id, found!.Id);
        Assert.Equal(["Title", "RecordKey", "Phase", "Seats", "Due", "Open", "Payload"], columns.Select(column => column.Name));
        Assert.True(columns[1] is { Indexed: true, EnforceUniqueValues: true, Required: true, Text.MaxLength: 64 });
        Assert.Equal(["assess", "remediate"], columns[2].Choice!.Choices);
        Assert.True(second.IsConflict);
    }

    [Fact]
    public async Task Without_the_role_manage_there_are_items_but_no_new_lists()
    {
        var list = await MakeAsync();
        _graph.Sandbox.SetSiteRole("write");

        var failure = await Assert.ThrowsAsync<GraphException>(() => Lists.CreateListAsync(SandboxPlaces.SiteId, Records, Ct));
        await Lists.CreateItemAsync(list, Row("a"), Ct);

        Assert.Equal((true, "accessDenied"), (failure.IsForbidden, failure.Code));
        _graph.Sandbox.SetSiteRole("read");
        Assert.NotNull(await Lists.FindItemAsync(list, "RecordKey", "a", Ct));
        Assert.True((await Assert.ThrowsAsync<GraphException>(() => Lists.CreateItemAsync(list, Row("b"), Ct))).IsForbidden);
    }

    [Fact]
    public async Task An_item_is_made_found_by_its_key_changed_and_emptied()
    {
        var list = await MakeAsync();

        var made = await Lists.CreateItemAsync(list, Row("it's a key", ("Seats", 320), ("Open", true), ("Payload", "x"), ("Phase", "assess")), Ct);
        var found = await Lists.FindItemAsync(list, "RecordKey", "it's a key", Ct);
        var changed = await Lists.UpdateItemAsync(list, made.Id, new JsonObject { ["Seats"] = 321, ["Payload"] = null }, found!.ETag, Ct);
        var now = await Lists.GetItemAsync(list, made.Id, Ct);

        Assert.Equal(made.ETag, found.ETag);
        Assert.Matches("^\"[0-9a-f-]{36},1\"$", made.ETag);
        Assert.Matches("^\"[0-9a-f-]{36},2\"$", changed["@odata.etag"]!.GetValue<string>());
        Assert.Equal(changed["@odata.etag"]!.GetValue<string>(), now.ETag);
        Assert.Equal((321, true, "assess"), (now.Fields!["Seats"]!.GetValue<int>(), now.Fields["Open"]!.GetValue<bool>(), now.Fields["Phase"]!.GetValue<string>()));
        Assert.False(now.Fields.ContainsKey("Payload"));
        Assert.Null(await Lists.FindItemAsync(list, "RecordKey", "another", Ct));
    }

    [Fact]
    public async Task A_change_of_an_old_version_is_a_conflict_and_changes_nothing()
    {
        var list = await MakeAsync();
        var made = await Lists.CreateItemAsync(list, Row("a"), Ct);
        await Lists.UpdateItemAsync(list, made.Id, new JsonObject { ["Seats"] = 1 }, etag: null, Ct);

        var failure = await Assert.ThrowsAsync<GraphException>(() => Lists.UpdateItemAsync(list, made.Id, new JsonObject { ["Seats"] = 2 }, made.ETag, Ct));

        Assert.Equal((412, true), (failure.Status, failure.IsConflict));
        Assert.Equal(1, (await Lists.GetItemAsync(list, made.Id, Ct)).Fields!["Seats"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_key_is_taken_once()
    {
        var list = await MakeAsync();
        await Lists.CreateItemAsync(list, Row("a"), Ct);
        var other = await Lists.CreateItemAsync(list, Row("b"), Ct);

        Assert.Equal(400, (await Assert.ThrowsAsync<GraphException>(() => Lists.CreateItemAsync(list, Row("A"), Ct))).Status);
        Assert.Equal(400, (await Assert.ThrowsAsync<GraphException>(() => Lists.UpdateItemAsync(list, other.Id, Row("a"), null, Ct))).Status);
        Assert.NotNull(await Lists.UpdateItemAsync(list, other.Id, Row("b"), null, Ct));
    }

    [Theory]
    [InlineData("Colour", "red")]
    [InlineData("Phase", "neither")]
    [InlineData("Seats", "many")]
    [InlineData("Due", "soon")]
    public async Task A_column_takes_what_it_is_for(string column, string value)
    {
        var list = await MakeAsync();

        Assert.Equal(400, (await Assert.ThrowsAsync<GraphException>(() => Lists.CreateItemAsync(list, Row("a", (column, value)), Ct))).Status);
    }

    [Fact]
    public async Task A_filter_needs_an_index()
    {
        var list = await MakeAsync();

        var failure = await Assert.ThrowsAsync<GraphException>(() => Lists.FindItemAsync(list, "Seats", "1", Ct));

        Assert.Equal((400, "invalidRequest"), (failure.Status, failure.Code));
    }

    [Fact]
    public async Task What_somebody_deleted_is_not_found()
    {
        var list = await MakeAsync();
        var item = await Lists.CreateItemAsync(list, Row("a"), Ct);
        _graph.Sandbox.DeleteList(list.ListId);

        Assert.True((await Assert.ThrowsAsync<GraphException>(() => Lists.UpdateItemAsync(list, item.Id, Row("b"), null, Ct))).IsNotFound);
        Assert.True((await Assert.ThrowsAsync<GraphException>(() => Lists.GetListAsync(list, Ct))).IsNotFound);
    }

    [Fact]
    public async Task A_withdrawn_permission_closes_the_site()
    {
        _graph.Sandbox.WithdrawPermission("Sites.Selected");

        var failure = await Assert.ThrowsAsync<GraphException>(() => Lists.GetSiteAsync(new Uri(SandboxPlaces.SiteUrl), Ct));

        Assert.Equal((true, "accessDenied"), (failure.IsForbidden, failure.Code));
        _graph.Sandbox.GrantPermission("Sites.Selected");
        Assert.NotNull(await Lists.GetSiteAsync(new Uri(SandboxPlaces.SiteUrl), Ct));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Turned_away_at_first_a_row_is_there_once(int status)
    {
        var list = await MakeAsync();
        _graph.Sandbox.Fault(new("/sites", status, RetryAfter: 0, Times: 2, Method: "POST"));

        await Lists.CreateItemAsync(list, Row("a"), Ct);

        Assert.Equal(3, _graph.Sandbox.Requests.Count(request => request.Method == "POST" && request.Path.EndsWith("/items", StringComparison.Ordinal)));
    }

    private async Task<ListAddress> MakeAsync() =>
        new(SandboxPlaces.SiteId, (await Lists.CreateListAsync(SandboxPlaces.SiteId, Records, Ct)).Id);

    private static JsonObject Row(string key, params (string Column, JsonNode Value)[] more)
    {
        var row = new JsonObject { ["RecordKey"] = key };
        foreach (var (column, value) in more)
            row[column] = value;
        return row;
    }
}
