using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Tests.Bot;
using Microsoft.Extensions.DependencyInjection;
using Phrases = FastTrackBot.FastTrack.Health.Text;

namespace FastTrackBot.Tests.Platform.BotFramework.Turns;

/// <summary>A capability for tests: each turn adds a line to the tenant's one document, so that lost, doubled and misplaced turns show.</summary>
public sealed class Notebook() : Command("note", Phrases.ResourceManager, nameof(Phrases.PhrasesHealth))
{
    private static readonly DocumentKind<Page> Kind = new("page", () => NotebookJson.Default.Page);

    /// <summary>Registers it, on a store that can fail.</summary>
    public static void Configure(BotHost bot) => bot.AlsoAdd = services =>
    {
        FaultyStore.Replace(services);
        services.AddSingleton<Command, Notebook>();
        services.AddSingleton<Dialog, FaultyDialog>();
    };

    /// <summary>The button that adds a line.</summary>
    /// <param name="then"><c>fail</c>: throws after it has saved. <c>queue</c>, <c>queue-fail</c>: the same with work to do. <c>dialog</c>: begins a dialog that fails when it goes on.</param>
    public static JsonObject Press(Person person, string line, string then = "reply") =>
        Wire.Submit(person, Place.PersonalChatOf(person), new JsonObject { ["command"] = "note", ["line"] = line, ["then"] = then });

    public static async Task<IReadOnlyList<string>> LinesAsync(BotHost bot)
    {
        var store = bot.Services.GetRequiredService<IStore>();
        var stored = await store.ReadAsync(new DocumentKey(Kind.Name, FastTrackBot.Sandbox.SandboxPeople.TenantId, "1"), TestContext.Current.CancellationToken);
        return stored is null ? [] : JsonSerializer.Deserialize(stored.Json.Span, NotebookJson.Default.Page)!.Lines;
    }

    /// <summary>A line that comes from elsewhere, past all turns.</summary>
    public static async Task WriteAsync(IStore store, string line)
    {
        var session = new DocumentSession(store);
        var page = await session.ReadAsync(Kind, FastTrackBot.Sandbox.SandboxPeople.TenantId, "1", CancellationToken.None);
        session.Save(Kind, FastTrackBot.Sandbox.SandboxPeople.TenantId, "1", new Page([.. page?.Lines ?? [], line]));
        await store.CommitAsync(new Commit(session.Writes), CancellationToken.None);
    }

    public override async ValueTask RunAsync(DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var documents = dialogs.Turn.Documents;
        var page = await documents.ReadAsync(Kind, dialogs.Turn.TenantId, "1", cancellationToken);
        documents.Save(Kind, dialogs.Turn.TenantId, "1", new Page([.. page?.Lines ?? [], arguments["line"]]));
        dialogs.Turn.Reply($"Noted: {arguments["line"]}");
        if (arguments["then"].StartsWith("queue", StringComparison.Ordinal))
            documents.Queue("notes", arguments["line"], dialogs.Turn.Clock.GetUtcNow());
        if (arguments["then"].EndsWith("fail", StringComparison.Ordinal))
            throw new InvalidOperationException("The pen broke.");
        if (arguments["then"] == "dialog")
            await dialogs.BeginAsync("faulty", arguments, cancellationToken);
    }

    private sealed class FaultyDialog() : Dialog("faulty")
    {
        public override string Title => "Faulty";

        public override ValueTask BeginAsync(
            DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
        {
            dialogs.Push(new DialogInstance("faulty", "1", "only", new("{}"u8.ToArray())));
            return ValueTask.CompletedTask;
        }

        public override ValueTask ContinueAsync(DialogContext dialogs, DialogInput input, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("The pen broke.");

        public override ValueTask ResumeAsync(DialogContext dialogs, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public override ValueTask RepromptAsync(DialogContext dialogs, string? notice, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}

internal sealed record Page(IReadOnlyList<string> Lines);

[JsonSerializable(typeof(Page))]
internal sealed partial class NotebookJson : JsonSerializerContext;
