using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace FastTrackBot.Tests.Bot;

/// <summary>One call of the bot to the connector.</summary>
/// <param name="Id">The id of the message: given out for a new one, named by the bot for an update.</param>
/// <param name="Status">The answer; 0 when there was none.</param>
public sealed record ChannelCall(string Method, string Conversation, string Id, JsonObject Activity, int Status)
{
    public bool IsNew => Method == "POST";

    public bool Arrived => Status is >= 200 and < 300;
}

/// <summary>
/// Teams' side of the connector, in place of the network: gives out ids, keeps every call in order and every conversation as it
/// looks now, and can be told to fail. It lives on when the bot is restarted.
/// </summary>
public sealed class CapturedChannel(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly List<ChannelCall> _calls = [];
    private readonly Dictionary<string, (string Conversation, JsonObject Activity)> _messages = [];
    private readonly List<string> _order = [];
    private readonly List<Fault> _faults = [];
    private readonly TeamsStreams _streams = new(clock);
    private readonly Dictionary<string, byte[]> _uploads = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _ids = 1700;

    /// <summary>Everything that the bot tried, in order.</summary>
    public IReadOnlyList<ChannelCall> Calls => Locked(() => _calls.ToList());

    /// <summary>What no client should ever be sent; a host that is disposed of with any fails its test.</summary>
    public IReadOnlyList<string> Complaints => [.. Calls.SelectMany(ComplaintsAbout), .. _streams.Complaints];

    /// <summary>New messages that arrived, in order, as they were sent.</summary>
    public IReadOnlyList<ChannelCall> Sent => [.. Calls.Where(call => call is { IsNew: true, Arrived: true })];

    /// <summary>What was put into people's OneDrive, by address.</summary>
    public IReadOnlyDictionary<string, byte[]> Uploads => Locked(() => new Dictionary<string, byte[]>(_uploads));

    public IReadOnlyList<ChannelCall> Updated => [.. Calls.Where(call => call is { IsNew: false, Arrived: true })];

    /// <summary>The messages of a conversation as they look now, oldest first.</summary>
    public IReadOnlyList<(string Id, JsonObject Activity)> MessagesIn(string conversation) => Locked(() =>
        _order.Where(id => _messages.TryGetValue(id, out var message) && message.Conversation == conversation).Select(id => (id, _messages[id].Activity)).ToList());

    /// <summary>Answers with an error; without <paramref name="times"/> until <see cref="Recovers"/>.</summary>
    /// <param name="method"><c>POST</c>, <c>PUT</c>, or <c>UPLOAD</c> for OneDrive; null for any call.</param>
    /// <param name="conversation">Only there; null for all.</param>
    public void Fails(int status, string code = "", int times = int.MaxValue, string? method = null, string? conversation = null) =>
        Locked(() => _faults.Add(new Fault(status, code, method, conversation) { Left = times }));

    /// <summary>Takes the call and never answers.</summary>
    public void Hangs() => Fails(0);

    public void Recovers() => Locked(_faults.Clear);

    /// <summary>Whoever reads an answer that grows presses Stop.</summary>
    public void Stops(string streamId) => Locked(() => _streams.Stop(streamId));

    /// <summary>Someone deletes a message: to update it is 404.</summary>
    public void Forgets(string id) => Locked(() => _messages.Remove(id));

    /// <summary>Completes when the calls look as the test wants them.</summary>
    public async Task UntilAsync(Func<CapturedChannel, bool> isSo)
    {
        while (true)
        {
            var changed = Locked(() => _changed.Task);
            if (isSo(this))
                return;
            await changed.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A bot's way to the channel.</summary>
    public Line Connect() => new(this);

    private async Task<HttpResponseMessage> TakeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.Host.EndsWith(".sharepoint.com", StringComparison.Ordinal)) return await KeepAsync(request, cancellationToken);
        var parts = request.RequestUri!.AbsolutePath.Split('/').SkipWhile(part => part != "v3").Select(Uri.UnescapeDataString).ToList();
        var (method, conversation, id) = (request.Method.Method, parts[2], parts.ElementAtOrDefault(4));
        var activity = request.Content is null ? [] : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken))!.AsObject();
        var (status, code, words) = Locked(() => Accept(method, conversation, ref id, activity));
        if (status == 0)
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        var body = status == 202 ? "{}" : status < 300 ? $$"""{"id":"{{id}}"}""" : $$$"""{"error":{"code":"{{{code}}}","message":"{{{words}}}"}}""";
        return new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }

    private async Task<HttpResponseMessage> KeepAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The address is all that OneDrive asks for; a token there would be a token given away.
        if (request.Headers.Authorization is not null) return new HttpResponseMessage(HttpStatusCode.BadRequest);
        var content = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        var range = request.Content.Headers.ContentRange;
        var fault = Locked(() => _faults.FirstOrDefault(fault => fault.Left > 0 && fault.Method == "UPLOAD"));
        if (fault is not null) fault.Left--;
        if (fault is not null || range?.Length != content.Length || range.To != content.Length - 1) return new HttpResponseMessage((HttpStatusCode)(fault?.Status ?? 400));
        Locked(() => _uploads[request.RequestUri!.AbsoluteUri] = content);
        return new HttpResponseMessage(HttpStatusCode.Created);
    }

    private (int Status, string Code, string Words) Accept(string method, string conversation, ref string? id, JsonObject activity)
    {
        var answer = (Status: method == "POST" ? 201 : 200, Code: "", Words: "As the test wants it.");
        if (_faults.FirstOrDefault(fault => fault.Left > 0 && (fault.Method ?? method) == method && (fault.Conversation ?? conversation) == conversation) is { } fault)
        {
            fault.Left--;
            answer = (fault.Status, fault.Code, answer.Words);
        }
        else if (TeamsStreams.InfoOf(activity) is { } info)
        {
            id = info["streamId"]?.GetValue<string>() ?? $"{_ids++}";
            answer = _streams.Take(conversation, id, activity, info);
        }
        else if (id is not null && !_messages.ContainsKey(id))
        {
            answer = (404, "ActivityNotFoundInConversation", answer.Words);
        }
        else if (id is not null)
        {
            _streams.End(id);
        }

        id ??= $"{_ids++}";
        _calls.Add(new ChannelCall(method, conversation, id, activity, answer.Status));
        if (answer.Status is >= 200 and < 300)
        {
            if (method == "DELETE")
                _messages.Remove(id);
            else if (_messages.TryAdd(id, (conversation, activity)))
                _order.Add(id);
            else
                _messages[id] = (conversation, activity);
        }

        var changed = _changed;
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.SetResult();
        return answer;
    }

    private static IEnumerable<string> ComplaintsAbout(ChannelCall call)
    {
        if (call.Method == "DELETE") yield break;
        foreach (var (name, value) in call.Activity)
        {
            if (value is null)
                yield return $"The property '{name}' is null: Teams' local client answers 400.";
        }

        if (call.Activity["text"]?.GetValue<string>() is { Length: > 0 } && call.Activity["attachments"] is not null)
            yield return "A message has a text and a card: Teams splits it.";
        if (call.Activity["type"]?.GetValue<string>() == "message" && call.Activity["text"] is null && call.Activity["attachments"] is not JsonArray { Count: 1 })
            yield return "A message has neither a text nor exactly one card.";
        if (call.Activity["attachments"]?.ToJsonString().Length > 28_000)
            yield return "A card is larger than 28 KB.";
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_gate)
            return read();
    }

    private void Locked(Action change)
    {
        lock (_gate)
            change();
    }

    private sealed record Fault(int Status, string Code, string? Method, string? Conversation)
    {
        public int Left { get; set; }
    }

    /// <summary>Takes the place of the bot's network. Cut off, it neither lets anything through nor answers, as for a process that is no more.</summary>
    public sealed class Line(CapturedChannel channel) : HttpMessageHandler
    {
        private volatile bool _isCut;

        public void Cut() => _isCut = true;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_isCut)
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return await channel.TakeAsync(request, cancellationToken);
        }
    }
}
