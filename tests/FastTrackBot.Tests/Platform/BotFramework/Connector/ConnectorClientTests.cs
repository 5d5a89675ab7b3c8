using System.Text.Json;
using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Platform.BotFramework.Schema;
using Microsoft.AspNetCore.Http;

namespace FastTrackBot.Tests.Platform.BotFramework.Connector;

public sealed class ConnectorClientTests : IAsyncLifetime
{
    private const string Chat = "a:1personal";
    private static readonly Activity Hello = new() { Type = ActivityTypes.Message, Text = "Tere õhtust, 你好 👋" };
    private static readonly Activity Typing = new() { Type = ActivityTypes.Typing };

    private ConnectorHarness _harness = null!;

    public async ValueTask InitializeAsync() => _harness = await ConnectorHarness.StartAsync();

    public ValueTask DisposeAsync() => _harness.DisposeAsync();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
    private StubConnector Teams => _harness.Teams;
    private ConnectorClient Client => _harness.Client;
    private string Url => _harness.Teams.ServiceUrl;

    [Fact]
    public async Task A_message_is_sent_as_json_with_the_bots_token_and_its_id_comes_back()
    {
        Teams.Answers(201, """{"extra":{"id":"not this"},"id":"1700000000001"}""");
        Assert.Equal("1700000000001", await Client.SendAsync(Url, Chat, Hello, Cancel));

        var request = Assert.Single(Teams.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("application/json; charset=utf-8", request.Header("Content-Type"));
        Assert.Equal("Bearer token-1", request.Header("Authorization"));
        Assert.StartsWith("FastTrackBot/", request.Header("User-Agent"), StringComparison.Ordinal);
        Assert.Equal("application/json", request.Header("Accept"));
        var sent = JsonDocument.Parse(request.Body).RootElement;
        Assert.Equal(["type", "text"], sent.EnumerateObject().Select(p => p.Name));
        Assert.Equal(Hello.Text, sent.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData(202, "")]
    [InlineData(200, "{}")]
    [InlineData(201, """{"id":null}""")]
    public async Task An_answer_without_an_id_gives_none(int status, string body)
    {
        Teams.Answers(status, body);
        Assert.Null(await Client.SendAsync(Url, Chat, Typing, Cancel));
    }

    [Theory]
    [InlineData("19:abc@thread.tacv2;messageid=17/00", "19%3Aabc%40thread.tacv2%3Bmessageid%3D17%2F00")]
    [InlineData("a:1 b?c#d%2F..", "a%3A1%20b%3Fc%23d%252F..")]
    [InlineData("../../v3/teams", "..%2F..%2Fv3%2Fteams")]
    public async Task An_id_is_one_segment_of_the_path_whatever_stands_in_it(string id, string segment)
    {
        await Client.SendAsync(Url, id, Hello, Cancel);
        await Client.ReplyAsync(Url.TrimEnd('/'), Chat, id, Hello, Cancel);

        Assert.Equal(
            [$"/emea/v3/conversations/{segment}/activities", $"/emea/v3/conversations/a%3A1personal/activities/{segment}"],
            Teams.Requests.Select(r => r.Target));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task What_would_climb_up_the_path_is_no_id(string id)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Client.SendAsync(Url, id, Hello, Cancel));
        Assert.Empty(Teams.Requests);
    }

    [Fact]
    public async Task Messages_are_replied_to_updated_and_deleted()
    {
        Teams.Answers(201, """{"id":"2"}""").Answers(200, """{"id":"1"}""").Answers(200);
        Assert.Equal("2", await Client.ReplyAsync(Url, Chat, "1", Hello, Cancel));
        await Client.UpdateAsync(Url, Chat, "1", Hello, Cancel);
        await Client.DeleteAsync(Url, Chat, "1", Cancel);

        Assert.Equal(["POST", "PUT", "DELETE"], Teams.Requests.Select(r => r.Method));
        Assert.All(Teams.Requests, r => Assert.Equal("/emea/v3/conversations/a%3A1personal/activities/1", r.Target));
        Assert.Contains("\"replyToId\":\"1\"", Teams.Requests[0].Body, StringComparison.Ordinal);
        Assert.Empty(Teams.Requests[2].Body);
    }

    [Fact]
    public async Task A_message_that_is_gone_counts_as_deleted()
    {
        Teams.Answers(404, """{"error":{"code":"ActivityNotFoundInConversation","message":"…"}}""");
        await Client.DeleteAsync(Url, Chat, "1", Cancel);
        Assert.Equal("DELETE", Assert.Single(Teams.Requests).Method);
    }

    [Fact]
    public async Task A_personal_conversation_is_created_with_exactly_one_member()
    {
        Teams.Answers(201, """{"id":"a:new"}""");
        var created = await Client.CreatePersonalConversationAsync(Url, "28:bot", "29:user", "tenant", Cancel);

        Assert.Equal(new ConversationResourceResponse("a:new"), created);
        Assert.Equal("/emea/v3/conversations", Teams.Requests[0].Target);
        Assert.Equal(
            """{"isGroup":false,"bot":{"id":"28:bot"},"members":[{"id":"29:user"}],"tenantId":"tenant","channelData":{"tenant":{"id":"tenant"}}}""",
            Teams.Requests[0].Body);
    }

    [Fact]
    public async Task A_thread_is_started_with_its_first_message()
    {
        Teams.Answers(201, """{"id":"19:c@thread.tacv2;messageid=5","activityId":"5"}""");
        var created = await Client.CreateChannelConversationAsync(Url, "19:c@thread.tacv2", "tenant", Typing, Cancel);

        Assert.Equal(new ConversationResourceResponse("19:c@thread.tacv2;messageid=5", "5"), created);
        Assert.Equal(
            """{"isGroup":true,"tenantId":"tenant","channelData":{"tenant":{"id":"tenant"},"channel":{"id":"19:c@thread.tacv2"}},"activity":{"type":"typing"}}""",
            Teams.Requests[0].Body);
    }

    [Fact]
    public async Task Members_are_read_page_after_page()
    {
        Teams.Answers(200, """{"members":[{"id":"29:a"},{"id":"29:b"}],"continuationToken":"x+y=="}""").Answers(200, """{"members":[{"id":"29:c"}]}""");
        List<string?> ids = [];
        await foreach (var member in Client.GetMembersAsync(Url, Chat, Cancel))
            ids.Add(member.Id);

        Assert.Equal(["29:a", "29:b", "29:c"], ids);
        Assert.EndsWith("/pagedmembers?pageSize=200", Teams.Requests[0].Target, StringComparison.Ordinal);
        Assert.EndsWith("/pagedmembers?pageSize=200&continuationToken=x%2By%3D%3D", Teams.Requests[1].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_a_team_and_its_channels_are_read()
    {
        Teams.Answers(200, """{"id":"29:a","aadObjectId":"oid","userPrincipalName":"a@contoso.example"}""")
            .Answers(200, """{"id":"19:t","name":"Migration","aadGroupId":"group","memberCount":12}""")
            .Answers(200, """{"conversations":[{"id":"19:t","name":null},{"id":"19:n","name":"News","type":"standard"}]}""");

        Assert.Equal("oid", (await Client.GetMemberAsync(Url, Chat, "oid", Cancel)).AadObjectId);
        Assert.Equal(("Migration", "group", 12), (await Client.GetTeamAsync(Url, "19:t", Cancel)) is var team ? (team.Name, team.AadGroupId, team.MemberCount) : default);
        Assert.Equal([new ChannelInfo("19:t"), new ChannelInfo("19:n", "News")], await Client.GetTeamChannelsAsync(Url, "19:t", Cancel));
        Assert.Equal(
            ["/emea/v3/conversations/a%3A1personal/members/oid", "/emea/v3/teams/19%3At", "/emea/v3/teams/19%3At/conversations"],
            Teams.Requests.Select(r => r.Target));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        Teams.Answers(307, "", "Location", Url + "elsewhere");
        var failure = await FailureOf(Client.SendAsync(Url, Chat, Hello, Cancel));
        Assert.Equal(307, failure.Status);
        Assert.Single(Teams.Requests);
    }

    public static TheoryData<int, string, string?, string> Failures => new()
    {
        { 403, """{"error":{"code":"BotNotInConversationRoster","message":"m"}}""", "BotNotInConversationRoster", "blocked" },
        { 403, """{"error":{"code":"ConversationBlockedByUser"}}""", "ConversationBlockedByUser", "blocked" },
        { 403, """{"error":{"code":"BotDisabledByAdmin"}}""", "BotDisabledByAdmin", "blocked" },
        { 403, """{"error":{"code":"MessageWritesBlocked","subCode":209}}""", "MessageWritesBlocked", "blocked" },
        { 403, """{"error":{"code":"Forbidden","subCode":"209"}}""", "Forbidden", "blocked" },
        { 403, """{"error":{"code":"NotEnoughPermissions"}}""", "NotEnoughPermissions", "" },
        { 404, """{"error":{"code":"ConversationNotFound"}}""", "ConversationNotFound", "gone" },
        { 404, """{"error":{"code":"ActivityNotFoundInConversation"}}""", "ActivityNotFoundInConversation", "gone" },
        { 404, "<html>", null, "" },
        { 413, "<html>too big</html>", null, "too big" },
        { 400, """{"error":{"code":"BadArgument","message":"m"}}""", "BadArgument", "" },
        { 400, """{"error":"text"}""", null, "" },
        { 500, "", null, "" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_says_what_to_make_of_it(int status, string body, string? code, string meaning)
    {
        Teams.Answers(status, body, "MS-CV", "trace.1");
        var failure = await FailureOf(Client.SendAsync(Url, Chat, Hello, Cancel));

        Assert.Equal((status, code, "trace.1"), (failure.Status, failure.Code, failure.CorrelationVector));
        Assert.Equal(meaning, failure switch { { IsBlocked: true } => "blocked", { IsGone: true } => "gone", { IsTooBig: true } => "too big", _ => "" });
        Assert.False(failure.IsTransient);
        Assert.Single(Teams.Requests);
    }

    // Trying again.

    [Fact]
    public async Task Throttling_is_waited_out_for_as_long_as_teams_says()
    {
        Teams.Answers(429, "", "Retry-After", "7").Answers(429, "", "Retry-After", _harness.Clock.GetUtcNow().AddSeconds(7 + 12).ToString("R"));
        var sending = Client.SendAsync(Url, Chat, Hello, Cancel);

        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(12)], await _harness.PassPausesAsync(sending, 2));
        Assert.Equal("1701", await sending);
        Assert.Equal(3, Teams.Requests.Count);
        Assert.Single(Teams.Requests.Select(r => r.Body).Distinct());
    }

    [Fact]
    public async Task A_longer_wait_than_the_longest_is_left_to_the_caller()
    {
        Teams.Answers(429, """{"error":{"code":"Throttled"}}""", "Retry-After", "21");
        var failure = await FailureOf(Client.SendAsync(Url, Chat, Hello, Cancel));

        Assert.Equal((true, TimeSpan.FromSeconds(21)), (failure.IsThrottled, failure.RetryAfter));
        Assert.Single(Teams.Requests);
    }

    [Fact]
    public async Task Without_a_word_from_teams_the_pauses_grow_and_end_after_three_tries()
    {
        Teams.Answers(412).Answers(412).Answers(412).Answers(201, """{"id":"never"}""");
        var sending = FailureOf(Client.SendAsync(Url, Chat, Hello, Cancel));

        var pauses = await _harness.PassPausesAsync(sending, 3);
        Assert.Equal(2, pauses.Count);
        Assert.All(pauses, p => Assert.InRange(p, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(20)));
        Assert.Equal(412, (await sending).Status);
        Assert.Equal(3, Teams.Requests.Count);
    }

    [Theory]
    [InlineData("send", 2)]
    [InlineData("reply", 2)]
    [InlineData("post in a channel", 1)]
    [InlineData("create a thread", 1)]
    [InlineData("create a chat", 3)]
    [InlineData("update", 3)]
    [InlineData("delete", 3)]
    [InlineData("read", 3)]
    public async Task After_a_gateways_error_a_call_is_repeated_only_as_far_as_it_does_no_harm(string what, int tries)
    {
        Teams.Answers(502).Answers(503).Answers(504);
        var call = FailureOf(Do(what));
        await _harness.PassPausesAsync(call, 3);

        Assert.True((await call).IsUncertain);
        Assert.Equal(tries, Teams.Requests.Count);
    }

    [Theory]
    [InlineData("send", 1)]
    [InlineData("update", 3)]
    public async Task After_a_time_out_only_what_does_no_harm_twice_is_repeated(string what, int tries)
    {
        using var arrived = new SemaphoreSlim(0);
        for (var i = 0; i < 4; i++)
        {
            Teams.Answers(context =>
            {
                arrived.Release();
                return Task.Delay(Timeout.InfiniteTimeSpan, _harness.Clock, context.RequestAborted);
            });
        }

        var call = FailureOf(Do(what));
        for (var i = 0; i < tries; i++)
        {
            await arrived.WaitAsync(Cancel);
            _harness.Clock.Advance(TimeSpan.FromSeconds(10));
            await _harness.PassPausesAsync(call, 1);
        }

        var failure = await call;
        Assert.Equal((0, ConnectorErrors.TimedOut), (failure.Status, failure.Code));
        Assert.True(failure.IsTransient);
        Assert.Equal(tries, Teams.Requests.Count);
    }

    [Fact]
    public async Task A_caller_that_gives_up_gets_its_own_cancellation()
    {
        using var gaveUp = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Teams.Answers(429, "", "Retry-After", "5");
        var sending = Client.SendAsync(Url, Chat, Hello, gaveUp.Token);
        await _harness.Clock.UntilSomeoneWaitsAsync(due => due == TimeSpan.FromSeconds(5));
        await gaveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task A_connector_that_nobody_runs_is_unreachable_and_tried_again()
    {
        var url = Url;
        await Teams.DisposeAsync();
        var sending = FailureOf(Client.SendAsync(url, Chat, Hello, Cancel));

        Assert.Equal(2, (await _harness.PassPausesAsync(sending, 3)).Count);
        Assert.Equal((ConnectorErrors.Unreachable, false, true), (await sending) is var f ? (f.Code, f.IsUncertain, f.IsTransient) : default);
    }

    // Tokens.

    [Fact]
    public async Task A_refused_token_is_replaced_once()
    {
        Teams.Answers(401).Answers(401, """{"error":{"code":"BotNotRegistered"}}""");
        var failure = await FailureOf(Client.SendAsync(Url, Chat, Hello, Cancel));

        Assert.True(failure.Is("BotNotRegistered"));
        Assert.Equal(["Bearer token-1", "Bearer token-2"], Teams.Requests.Select(r => r.Header("Authorization")));
    }

    [Fact]
    public async Task In_the_bypass_without_a_credential_no_token_is_sent()
    {
        _harness.Authorization = null;
        await Client.SendAsync(Url, Chat, Hello, Cancel);
        Assert.Null(Assert.Single(Teams.Requests).Header("Authorization"));
    }

    [Fact]
    public async Task Outside_the_bypass_a_missing_credential_is_named()
    {
        _harness.Authorization = null;
        _harness.Door.Environment = "Production";
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Client.SendAsync("https://smba.trafficmanager.net/emea/", Chat, Hello, Cancel));
        Assert.Contains("Bot:ClientSecret", failure.Message, StringComparison.Ordinal);
    }

    private async Task Do(string what) => await (what switch
    {
        "send" => Client.SendAsync(Url, Chat, Hello, Cancel),
        "reply" => Client.ReplyAsync(Url, Chat, "1", Hello, Cancel),
        "post in a channel" => Client.SendAsync(Url, "19:c@thread.tacv2", Hello, Cancel),
        "create a thread" => Client.CreateChannelConversationAsync(Url, "19:c@thread.tacv2", "tenant", Hello, Cancel),
        "create a chat" => Client.CreatePersonalConversationAsync(Url, "28:bot", "29:user", "tenant", Cancel),
        "update" => Client.UpdateAsync(Url, Chat, "1", Hello, Cancel),
        "delete" => Client.DeleteAsync(Url, Chat, "1", Cancel),
        "read" => Client.GetTeamAsync(Url, "19:t", Cancel),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
    });

    private static Task<ConnectorException> FailureOf(Task call) => Assert.ThrowsAsync<ConnectorException>(() => call);
}
