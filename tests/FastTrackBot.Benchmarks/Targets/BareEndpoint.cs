using System.Net.Http.Headers;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Platform.Storage.Sqlite;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging.Abstractions;

namespace FastTrackBot.Benchmarks.Targets;

/// <summary>
/// The least that a bot could do: parse the activity, commit what the bot would commit (the same bytes, written to an equal store, one
/// turn record each), and say what the bot would say, ready-made. No validation, routing, dialogs, templates, outbox or order of turns.
/// </summary>
internal static class BareEndpoint
{
    /// <param name="samples">The folder with what a real turn of the bot wrote, see <see cref="Measure.Probe"/>.</param>
    /// <param name="database">Empty: keeps nothing.</param>
    public static async Task RunAsync(string samples, string database, string serviceUrl)
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        using var store = database.Length > 0 ? SqliteStore.Open(database, NullLogger.Instance) : null;
        using var connector = new HttpClient();
        var status = new Turns(samples, "w1");
        var wizard = new Turns(samples, "w2");

        app.MapPost("/api/messages", async (HttpContext http) =>
        {
            var activity = (await http.Request.ReadFromJsonAsync(ActivityJson.Default.Activity, http.RequestAborted))!;
            var viaConnector = activity is { Type: ActivityTypes.Message, DeliveryMode: null };
            var turn = viaConnector ? status.First : activity.Type == ActivityTypes.Message ? wizard.First : wizard.Later();
            if (store is not null) await store.CommitAsync(turn.CommitOf(activity), http.RequestAborted);
            if (viaConnector) await SendAsync(connector, new Uri($"{serviceUrl}/v3/conversations/{activity.Conversation!.Id}/activities"), turn.Reply);
            else await AnswerAsync(http, turn.Reply);
        });
        await app.StartAsync();
        Console.WriteLine(new Uri(app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port);
        await app.WaitForShutdownAsync();
    }

    private static async Task SendAsync(HttpClient connector, Uri url, byte[] message)
    {
        using var content = new ByteArrayContent(message) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        using var response = await connector.PostAsync(url, content);
        response.EnsureSuccessStatusCode();
    }

    private static async Task AnswerAsync(HttpContext http, byte[] body)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = body.Length;
        await http.Response.BodyWriter.WriteAsync(body);
    }

    /// <summary>What the turns of a workload write and say.</summary>
    private sealed class Turns(string samples, string workload)
    {
        private readonly Turn[] _turns =
            [.. Enumerable.Range(0, Directory.GetFiles(samples, $"{workload}.*.outcome").Length).Select(turn => new Turn(samples, $"{workload}.{turn}"))];

        private uint _later;

        public Turn First => _turns[0];

        /// <summary>One after the other, whoever asks: of each as many as the bot has.</summary>
        public Turn Later() => _turns[1 + (Interlocked.Increment(ref _later) % (_turns.Length - 1))];
    }

    /// <summary>What one turn writes and says.</summary>
    private sealed class Turn(string samples, string name)
    {
        private const string Extension = ".document";

        private readonly byte[] _outcome = File.ReadAllBytes(Path.Combine(samples, $"{name}.outcome"));

        /// <summary>By kind; nothing stands for a deletion.</summary>
        private readonly (string Kind, ReadOnlyMemory<byte>? Json)[] _documents =
            [.. Directory.GetFiles(samples, $"{name}.*{Extension}").Select(file => (Path.GetFileName(file)[(name.Length + 1)..^Extension.Length], Read(file)))];

        public byte[] Reply { get; } = File.ReadAllBytes(Path.Combine(samples, $"{name}.reply"));

        public Commit CommitOf(Activity activity) => new(
            [.. _documents.Select(document => new DocumentWrite(new DocumentKey(document.Kind, "t", activity.Conversation!.Id!), DocumentWrite.AnyVersion, document.Json))],
            new TurnRecord(activity.Conversation!.Id!, activity.Id!, _outcome, Pending: false));

        private static ReadOnlyMemory<byte>? Read(string file) => File.ReadAllBytes(file) is { Length: > 0 } json ? json : null;
    }
}
