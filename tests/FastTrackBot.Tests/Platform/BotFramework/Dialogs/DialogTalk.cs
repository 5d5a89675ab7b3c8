using System.Globalization;
using System.Text;
using System.Text.Json;
using FastTrackBot.Cards;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Tests.Platform.BotFramework.Dialogs;

/// <summary>One person who talks to dialogs directly: no network, documents in memory.</summary>
internal sealed class DialogTalk(params Dialog[] dialogs) : IStore
{
    private static readonly CardLibrary Cards = CardLibrary.Load();
    private readonly Dictionary<DocumentKey, StoredDocument> _documents = [];
    private readonly DialogSet _dialogs = new(dialogs);

    /// <summary>The last turn's messages, as JSON; updates begin with the id of the message that they replace.</summary>
    public IReadOnlyList<string> Sent { get; private set; } = [];

    /// <summary>The card that answered the last press, as JSON.</summary>
    public string? Answer { get; private set; }

    /// <summary>The open dialogs, the active one last, each with its step.</summary>
    public string Stack { get; private set; } = "";

    public Task BeginAsync(string dialog) => TurnAsync(ActivityTypes.Message, context => context.BeginAsync(dialog, new Dictionary<string, string>(), default));

    public Task SaysAsync(string text) => TurnAsync(ActivityTypes.Message, context => context.ContinueAsync(DialogInput.Typed(text), default));

    /// <summary>Presses a button of the live card.</summary>
    public Task PressesAsync(DialogMove move, string? step = null, params (string Field, string Value)[] values) => TurnAsync(ActivityTypes.Invoke, context => context.ContinueAsync(
        new DialogInput(move, null, values.ToDictionary(value => value.Field, value => value.Value), context.Active!.Instance, step ?? context.Active.Step), default));

    private async Task TurnAsync(string type, Func<DialogContext, ValueTask> act)
    {
        var session = new DocumentSession(this);
        var activity = new Activity
        {
            Type = type,
            ReplyToId = type == ActivityTypes.Invoke ? "m1" : null,
            Conversation = new ConversationAccount { Id = "c" },
            From = new ChannelAccount { Id = "29:ana" },
        };
        var turn = new TurnContext(activity, CultureInfo.GetCultureInfo("en-US"), session, new FakeClock());
        await act(await DialogContext.LoadAsync(_dialogs, Cards, turn, default));
        Assert.Equal(CommitOutcome.Committed, (await CommitAsync(new Commit(session.Writes), default)).Outcome);

        Sent = [.. turn.Messages.Select(message => message.UpdateId + JsonSerializer.Serialize(message.Activity, ActivityJson.Default.Activity))];
        Answer = turn.Response is { Body: { } body } ? Encoding.UTF8.GetString(body.Utf8.Span) : null;
        foreach (var message in turn.Messages.Where(message => message.RememberAs is not null))
            Write(new DocumentWrite(new DocumentKey(TurnContext.Posted.Name, "", message.RememberAs!), DocumentWrite.AnyVersion, JsonSerializer.SerializeToUtf8Bytes(new PostedMessage("m1"), TurnContext.Posted.Json)));
        var state = await new DocumentSession(this).ReadAsync(ConversationState.Kind, "", turn.PersonKey, default);
        Stack = string.Join(' ', state?.Stack.Select(instance => $"{instance.Dialog}.{instance.Step}") ?? []);
    }

    public string Description => "Memory";

    // Dialogs queue nothing, and do no work.
    public event Action? WorkQueued
    {
        add { }
        remove { }
    }

    public Task<IReadOnlyList<WorkClaim>> ClaimWorkAsync(string kind, int limit, DateTimeOffset now, DateTimeOffset leaseEnd, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<IReadOnlyDictionary<string, DateTimeOffset>> ReadNextWorkAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<WorkBacklog>> ReadBacklogAsync(DateTimeOffset now, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<StoredDocument>> ReadPageAsync(string kind, DocumentKey? after, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ForgottenTurns> ForgetTurnsAsync(long through, string? conversationId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken cancellationToken) => ValueTask.FromResult(_documents.GetValueOrDefault(key));

    public ValueTask<IReadOnlyList<StoredDocument>> ReadAllAsync(string kind, string partition, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<StoredDocument>>([.. _documents.Values.Where(document => document.Key.Kind == kind && document.Key.Partition == partition)]);

    public Task<CommitResult> CommitAsync(Commit commit, CancellationToken cancellationToken)
    {
        foreach (var write in commit.Writes)
        {
            if (write.ExpectedVersion != (_documents.GetValueOrDefault(write.Key)?.Version ?? 0))
                return Task.FromResult(new CommitResult(CommitOutcome.Conflict, write.Key));
        }

        foreach (var write in commit.Writes)
            Write(write);
        return Task.FromResult(CommitResult.Committed);
    }

    public Task CompleteTurnAsync(string conversationId, string activityId, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask<IReadOnlyList<TurnRecord>> ReadPendingTurnsAsync(int limit, CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<TurnRecord>>([]);

    public Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Write(DocumentWrite write)
    {
        if (write.Json is { } json)
            _documents[write.Key] = new StoredDocument(write.Key, (_documents.GetValueOrDefault(write.Key)?.Version ?? 0) + 1, json);
        else
            _documents.Remove(write.Key);
    }
}
