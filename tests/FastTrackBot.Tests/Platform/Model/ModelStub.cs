using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FastTrackBot.Tests.Platform.Model;

/// <summary>One request to the model.</summary>
public sealed record ModelRequest(string Path, string? Authorization, JsonObject Body)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All that left the house.</summary>
    public string Raw => Body.ToJsonString(Plain);

    public IReadOnlyList<string> Functions => [.. (Body["tools"]?.AsArray() ?? []).Select(tool => tool!["function"]!["name"]!.GetValue<string>())];

    /// <summary>What functions returned, in their order.</summary>
    public IReadOnlyList<JsonObject> Results =>
        [.. Body["messages"]!.AsArray().Where(message => message!["role"]!.GetValue<string>() == "tool").Select(message => JsonNode.Parse(TextOf(message!))!.AsObject())];

    /// <summary>The question with its passages, as data.</summary>
    public JsonObject Prompt => JsonNode.Parse(TextOf(Body["messages"]!.AsArray().First(message => message!["role"]!.GetValue<string>() == "user")!))!.AsObject();

    private static string TextOf(JsonNode message) =>
        message["content"] is JsonArray parts ? string.Concat(parts.Select(part => part!["text"]!.GetValue<string>())) : message["content"]!.GetValue<string>();
}

/// <summary>How the model answers a request.</summary>
/// <param name="Text">What it says, sent in pieces; at each form feed it falls silent until <see cref="ModelStub.GoesOn"/>.</param>
public sealed record StubReply(string Text = "")
{
    public IReadOnlyList<(string Name, string Arguments)> Calls { get; init; } = [];

    /// <summary>Null: the stream ends without one.</summary>
    public string? FinishReason { get; init; } = "stop";

    public int Status { get; init; } = 200;

    /// <summary>In the place of a stream.</summary>
    public string? Body { get; init; }

    /// <summary>Takes the request, and never answers.</summary>
    public bool Hangs { get; init; }

    public static StubReply Calling(params (string Name, string Arguments)[] calls) => new() { Calls = calls, FinishReason = "tool_calls" };
}

/// <summary>A language model over real HTTP on this machine, in OpenAI's wire format: streamed, with function calls, and with all that can go wrong.</summary>
public sealed class ModelStub : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<ModelRequest> _arrived = Channel.CreateUnbounded<ModelRequest>();
    private readonly List<ModelRequest> _requests = [];
    private readonly SemaphoreSlim _mayGoOn = new(0);
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ModelStub(WebApplication app) => _app = app;

    public string Root => _app.Urls.Single();

    /// <summary>Decides on each request.</summary>
    public Func<ModelRequest, StubReply> Answers { get; set; } = _ => new StubReply("NONE");

    public IReadOnlyList<ModelRequest> Requests
    {
        get
        {
            lock (_requests) return [.. _requests];
        }
    }

    public static async Task<ModelStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(options => options.AllowSynchronousIO = false);
        var stub = new ModelStub(builder.Build());
        stub._app.Run(stub.AnswerAsync);
        await stub._app.StartAsync(TestContext.Current.CancellationToken);
        return stub;
    }

    /// <summary>Answers one after the other; the last one stays.</summary>
    public void Says(params StubReply[] replies)
    {
        var at = 0;
        Answers = _ => replies[Math.Min(at++, replies.Length - 1)];
    }

    public void Says(string text) => Says(new StubReply(text));

    /// <summary>Says the next part of a reply with silences.</summary>
    public void GoesOn() => _mayGoOn.Release();

    /// <summary>Completes when whoever asked hangs up in the middle of a reply.</summary>
    public Task UntilLeftAsync() => _left.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    /// <summary>Completes with the next request that comes, or has come.</summary>
    public async Task<ModelRequest> NextAsync() =>
        await _arrived.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        _mayGoOn.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var body = (await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!.AsObject();
        var request = new ModelRequest(http.Request.Path.Value!, http.Request.Headers.Authorization, body);
        StubReply reply;
        lock (_requests)
        {
            _requests.Add(request);
            reply = Answers(request);
        }

        _arrived.Writer.TryWrite(request);
        if (reply.Hangs) await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted);
        http.Response.StatusCode = reply.Status;
        if (reply.Body is { } whole)
        {
            http.Response.ContentType = reply.Status == 200 ? "text/event-stream" : "application/json";
            await http.Response.WriteAsync(whole, http.RequestAborted);
            return;
        }

        try
        {
            await StreamAsync(http, reply);
        }
        catch (OperationCanceledException)
        {
            _left.TrySetResult();
        }
    }

    private async Task StreamAsync(HttpContext http, StubReply reply)
    {
        http.Response.ContentType = "text/event-stream";
        await http.Response.StartAsync(http.RequestAborted);
        foreach (var (number, part) in reply.Text.Split('\f').Index())
        {
            if (number > 0) await _mayGoOn.WaitAsync(http.RequestAborted);
            foreach (var piece in part.Chunk(7)) await WriteAsync(http, new JsonObject { ["content"] = new string(piece) });
        }

        for (var index = 0; index < reply.Calls.Count; index++)
        {
            var (name, arguments) = reply.Calls[index];
            await WriteAsync(http, Call(index, new JsonObject { ["name"] = name, ["arguments"] = "" }, $"call_{index}"));
            foreach (var piece in arguments.Chunk(5)) await WriteAsync(http, Call(index, new JsonObject { ["arguments"] = new string(piece) }));
        }

        if (reply.FinishReason is not { } reason) return;
        await WriteAsync(http, [], reason);
        await http.Response.WriteAsync("data: [DONE]\n\n", http.RequestAborted);
    }

    private static JsonObject Call(int index, JsonObject function, string? id = null)
    {
        var call = new JsonObject { ["index"] = index, ["type"] = "function", ["function"] = function };
        if (id is not null) call["id"] = id;
        return new JsonObject { ["tool_calls"] = new JsonArray(call) };
    }

    private static async Task WriteAsync(HttpContext http, JsonObject delta, string? finishReason = null)
    {
        var chunk = new JsonObject
        {
            ["id"] = "chatcmpl-1",
            ["object"] = "chat.completion.chunk",
            ["created"] = 1,
            ["model"] = "stub",
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finishReason }),
        };
        await http.Response.WriteAsync($"data: {chunk.ToJsonString()}\n\n", http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }
}
