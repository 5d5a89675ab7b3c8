using System.Text;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Tests.Platform.Storage;

/// <summary>What every store promises, whatever it keeps its data in.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    private static readonly DocumentKey Key = new("kind", "tenant", "a");

    private readonly List<IStore> _opened = [];

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected IStore Store { get; private set; } = null!;

    /// <summary>Opens the test's own database; again on the same one when it is called again.</summary>
    protected abstract Task<IStore> OpenAsync();

    /// <summary>Makes the test's database look as if a newer version of the bot had written it.</summary>
    protected abstract Task SetNewerSchemaAsync();

    /// <summary>Takes the test's database away.</summary>
    protected abstract ValueTask DropAsync();

    public async ValueTask InitializeAsync() => _opened.Add(Store = await OpenAsync());

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _opened)
            Close(store);
        await DropAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_empty_database_has_nothing_and_takes_writes()
    {
        Assert.Null(await Store.ReadAsync(Key, Ct));
        Assert.Empty(await Store.ReadAllAsync("kind", "tenant", Ct));
        Assert.Empty(await Store.ReadPendingTurnsAsync(10, Ct));
        await Store.CheckAsync(Ct);
    }

    [Fact]
    public async Task A_documents_version_starts_at_1_and_grows_by_one_with_each_write()
    {
        for (var version = 0; version < 3; version++)
            Assert.Equal(CommitOutcome.Committed, (await CommitAsync(Write(Key, version, $"v{version + 1}"))).Outcome);

        var stored = await Store.ReadAsync(Key, Ct);

        Assert.Equal((3, "v3"), (stored!.Version, TextOf(stored)));
    }

    [Fact]
    public async Task Several_are_read_at_once_in_the_order_of_their_keys()
    {
        DocumentKey other = new("kind", "tenant", "b"), nowhere = new("kind", "tenant", "c");
        await CommitAsync(Write(Key, 0, "a"), Write(other, 0, "b"));

        var found = await Store.ReadAsync([other, nowhere, Key, other], Ct);

        Assert.Equal(["b", null, "a", "b"], found.Select(document => document is null ? null : TextOf(document)));
        Assert.Empty(await Store.ReadAsync((IReadOnlyList<DocumentKey>)[], Ct));
    }

    [Fact]
    public async Task Of_many_who_read_at_once_each_gets_its_own()
    {
        static DocumentKey KeyOf(int number) => new("kind", $"tenant {number % 7}", $"{number}");
        await CommitAsync([.. Enumerable.Range(0, 200).Select(number => Write(KeyOf(number), 0, $"v{number}"))]);

        // Every third is not there.
        var read = await Task.WhenAll(Enumerable.Range(0, 900).Select(n => Store.ReadAsync(n % 3 == 0 ? KeyOf(-1) : KeyOf(n % 200), Ct).AsTask()));

        for (var n = 0; n < read.Length; n++) Assert.Equal(n % 3 == 0 ? null : $"v{n % 200}", read[n] is { } stored ? TextOf(stored) : null);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Another_version_than_the_expected_one_is_a_conflict_that_names_the_document(long expected)
    {
        await CommitAsync(Write(Key, 0, "1"));
        await CommitAsync(Write(Key, 1, "2"));

        var result = await CommitAsync(Write(Key, expected, "lost"));

        Assert.Equal((CommitOutcome.Conflict, Key), (result.Outcome, result.Contended!.Value));
        Assert.Equal("2", TextOf((await Store.ReadAsync(Key, Ct))!));
    }

    [Fact]
    public async Task A_document_that_was_read_and_is_gone_is_a_conflict() =>
        Assert.Equal(CommitOutcome.Conflict, (await CommitAsync(Write(Key, 1, "late"))).Outcome);

    [Fact]
    public async Task Any_version_overwrites_what_is_there_and_writes_what_is_not()
    {
        await CommitAsync(Write(Key, DocumentWrite.AnyVersion, "1"));
        await CommitAsync(Write(Key, DocumentWrite.AnyVersion, "2"));

        var stored = await Store.ReadAsync(Key, Ct);

        Assert.Equal((2, "2"), (stored!.Version, TextOf(stored)));
    }

    [Fact]
    public async Task A_deleted_document_is_gone_and_starts_again_at_1()
    {
        await CommitAsync(Write(Key, 0, "1"));
        await CommitAsync(Write(Key, 1, "2"));

        Assert.Equal(CommitOutcome.Conflict, (await CommitAsync(new DocumentWrite(Key, 1, null))).Outcome);
        Assert.Equal(CommitOutcome.Committed, (await CommitAsync(new DocumentWrite(Key, 2, null))).Outcome);
        Assert.Null(await Store.ReadAsync(Key, Ct));
        await CommitAsync(Write(Key, 0, "anew"));
        Assert.Equal(1, (await Store.ReadAsync(Key, Ct))!.Version);
    }

    [Fact]
    public async Task Deleting_what_is_not_there_at_any_version_is_no_error() =>
        Assert.Equal(CommitOutcome.Committed, (await CommitAsync(new DocumentWrite(Key, DocumentWrite.AnyVersion, null))).Outcome);

    [Fact]
    public async Task Several_writes_are_written_whole_or_not_at_all()
    {
        var other = Key with { Id = "b" };
        await CommitAsync(Write(other, 0, "theirs"));

        var result = await Store.CommitAsync(new Commit([Write(Key, 0, "mine"), Write(other, 0, "mine")], Turn("1")), Ct);

        Assert.Equal((CommitOutcome.Conflict, other), (result.Outcome, result.Contended!.Value));
        Assert.Null(await Store.ReadAsync(Key, Ct));
        // Nor has the turn been had: it may run again.
        Assert.Equal(CommitOutcome.Committed, (await Store.CommitAsync(new Commit([], Turn("1")), Ct)).Outcome);
    }

    [Fact]
    public async Task A_turn_that_was_had_is_a_duplicate_that_writes_nothing_and_gives_the_first_record()
    {
        await Store.CommitAsync(new Commit([Write(Key, 0, "first")], Turn("1", "first")), Ct);

        var result = await Store.CommitAsync(new Commit([Write(Key, 1, "second")], Turn("1", "second")), Ct);

        Assert.Equal(CommitOutcome.Duplicate, result.Outcome);
        Assert.Equal(("first", true), (Encoding.UTF8.GetString(result.Earlier!.Outcome.Span), result.Earlier.Pending));
        Assert.Equal("first", TextOf((await Store.ReadAsync(Key, Ct))!));
    }

    [Fact]
    public async Task A_duplicate_is_told_before_a_conflict()
    {
        await Store.CommitAsync(new Commit([Write(Key, 0, "first")], Turn("1")), Ct);

        Assert.Equal(CommitOutcome.Duplicate, (await Store.CommitAsync(new Commit([Write(Key, 0, "again")], Turn("1")), Ct)).Outcome);
    }

    [Fact]
    public async Task The_same_activity_id_in_another_conversation_is_another_turn()
    {
        await Store.CommitAsync(new Commit([], Turn("1")), Ct);

        Assert.Equal(CommitOutcome.Committed, (await Store.CommitAsync(new Commit([], Turn("1") with { ConversationId = "other" }), Ct)).Outcome);
    }

    [Fact]
    public async Task Pending_turns_come_oldest_first_as_many_as_asked_for()
    {
        foreach (var id in (string[])["z", "a", "m", "b"])
            await Store.CommitAsync(new Commit([], Turn(id, pending: id != "m")), Ct);

        Assert.Equal(["z", "a", "b"], (await Store.ReadPendingTurnsAsync(10, Ct)).Select(turn => turn.ActivityId));
        Assert.Equal(["z", "a"], (await Store.ReadPendingTurnsAsync(2, Ct)).Select(turn => turn.ActivityId));
    }

    [Fact]
    public async Task A_completed_turn_is_pending_no_more_and_its_writes_are_there()
    {
        await Store.CommitAsync(new Commit([], Turn("1", "outcome")), Ct);

        await Store.CompleteTurnAsync("conversation", "1", [Write(Key, DocumentWrite.AnyVersion, "posted")], Ct);

        Assert.Empty(await Store.ReadPendingTurnsAsync(10, Ct));
        Assert.Equal("posted", TextOf((await Store.ReadAsync(Key, Ct))!));
        var again = await Store.CommitAsync(new Commit([], Turn("1")), Ct);
        Assert.False(again.Earlier!.Pending);
        Assert.Equal("outcome", Encoding.UTF8.GetString(again.Earlier.Outcome.Span));
    }

    [Fact]
    public async Task All_documents_of_a_kind_and_partition_come_ordered_by_id()
    {
        foreach (var id in (string[])["b", "a", "é", "B", "a|2", "中"])
            await CommitAsync(Write(Key with { Id = id }, 0, id));
        await CommitAsync(Write(Key with { Kind = "other" }, 0, "x"), Write(Key with { Partition = "other" }, 0, "x"));

        var all = await Store.ReadAllAsync("kind", "tenant", Ct);

        Assert.Equal(["B", "a", "a|2", "b", "é", "中"], all.Select(document => document.Key.Id));
        Assert.All(all, document => Assert.Equal((1, document.Key.Id), (document.Version, TextOf(document))));
    }

    [Fact]
    public async Task All_documents_of_a_kind_come_page_by_page_through_all_partitions()
    {
        foreach (var partition in (string[])["b", "a", "a/1"])
        {
            foreach (var id in (string[])["2", "1", "3"]) await CommitAsync(Write(new DocumentKey("kind", partition, id), 0, $"{partition} {id}"));
        }

        await CommitAsync(Write(Key with { Kind = "other" }, 0, "x"));
        List<string> read = [];
        DocumentKey? after = null;
        while (await Store.ReadPageAsync("kind", after, 2, Ct) is { Count: > 0 } page)
        {
            Assert.InRange(page.Count, 1, 2);
            read.AddRange(page.Select(TextOf));
            after = page[^1].Key;
        }

        Assert.Equal(["a 1", "a 2", "a 3", "a/1 1", "a/1 2", "a/1 3", "b 1", "b 2", "b 3"], read);
    }

    [Fact]
    public async Task Turns_are_forgotten_up_to_a_number_or_of_a_conversation_and_never_while_they_are_pending()
    {
        foreach (var id in (string[])["1", "2"]) await Store.CommitAsync(new Commit([], Turn(id, pending: id == "2")), Ct);
        var mark = (await Store.ForgetTurnsAsync(0, null, Ct)).Last;
        foreach (var id in (string[])["3", "4"]) await Store.CommitAsync(new Commit([], Turn(id, pending: false) with { ConversationId = id == "4" ? "other" : "conversation" }), Ct);

        Assert.Equal(1, (await Store.ForgetTurnsAsync(mark, null, Ct)).Count);
        Assert.Equal(0, (await Store.ForgetTurnsAsync(mark, null, Ct)).Count);
        Assert.Equal(["2"], (await Store.ReadPendingTurnsAsync(10, Ct)).Select(turn => turn.ActivityId));
        Assert.Equal(1, (await Store.ForgetTurnsAsync(long.MaxValue, "conversation", Ct)).Count);

        // What was forgotten is had anew; what was not, is not.
        Assert.Equal(CommitOutcome.Committed, (await Store.CommitAsync(new Commit([], Turn("1")), Ct)).Outcome);
        Assert.Equal(CommitOutcome.Duplicate, (await Store.CommitAsync(new Commit([], Turn("2")), Ct)).Outcome);
        Assert.Equal(CommitOutcome.Committed, (await Store.CommitAsync(new Commit([], Turn("3")), Ct)).Outcome);
        Assert.Equal(CommitOutcome.Duplicate, (await Store.CommitAsync(new Commit([], Turn("4") with { ConversationId = "other" }), Ct)).Outcome);
    }

    [Theory]
    [InlineData("it's; DROP TABLE documents --")]
    [InlineData("")]
    [InlineData("😀 %_'\"\\")]
    public async Task Ids_and_content_may_hold_anything(string text)
    {
        var key = new DocumentKey(text, text, text);
        await Store.CommitAsync(new Commit([Write(key, 0, text)], new TurnRecord(text, text, Encoding.UTF8.GetBytes(text), Pending: true)), Ct);

        Assert.Equal(text, TextOf((await Store.ReadAsync(key, Ct))!));
        Assert.Equal((text, text), (await Store.ReadPendingTurnsAsync(1, Ct)).Select(turn => (turn.ConversationId, turn.ActivityId)).Single());
    }

    [Fact]
    public async Task A_large_document_comes_back_as_it_was()
    {
        var text = new string('x', 3_000_000);
        await CommitAsync(Write(Key, 0, text));

        Assert.Equal(text, TextOf((await Store.ReadAsync(Key, Ct))!));
    }

    [Fact]
    public async Task What_was_committed_is_there_when_the_database_is_opened_again()
    {
        await Store.CommitAsync(new Commit([Write(Key, 0, "kept")], Turn("1")), Ct);

        Close(Store);
        var again = await OpenAgainAsync();

        Assert.Equal("kept", TextOf((await again.ReadAsync(Key, Ct))!));
        Assert.Single(await again.ReadPendingTurnsAsync(10, Ct));
        Assert.Equal(CommitOutcome.Duplicate, (await again.CommitAsync(new Commit([], Turn("1")), Ct)).Outcome);
    }

    [Fact]
    public async Task Of_a_thousand_commits_from_32_tasks_none_is_lost()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 1000), new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Ct }, async (number, ct) =>
        {
            var result = await Store.CommitAsync(new Commit([Write(Key with { Id = $"{number:D4}" }, 0, $"{number}")], Turn($"{number}")), ct);
            Assert.Equal(CommitOutcome.Committed, result.Outcome);
        });

        Close(Store);
        var again = await OpenAgainAsync();
        Assert.Equal(Enumerable.Range(0, 1000).Select(number => $"{number}"), (await again.ReadAllAsync("kind", "tenant", Ct)).Select(TextOf));
        Assert.Equal(1000, (await again.ReadPendingTurnsAsync(2000, Ct)).Count);
    }

    [Fact]
    public async Task Of_concurrent_increments_each_counts_once()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Ct }, async (_, ct) =>
        {
            CommitResult result;
            do
            {
                var read = await Store.ReadAsync(Key, ct);
                var next = read is null ? 1 : int.Parse(TextOf(read), null) + 1;
                result = await Store.CommitAsync(new Commit([Write(Key, read?.Version ?? 0, $"{next}")]), ct);
            }
            while (result.Outcome == CommitOutcome.Conflict);
        });

        var stored = await Store.ReadAsync(Key, Ct);
        Assert.Equal((200, "200"), (stored!.Version, TextOf(stored)));
    }

    [Fact]
    public async Task Of_concurrent_deliveries_of_one_activity_exactly_one_is_committed()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            Task.Run(() => Store.CommitAsync(new Commit([Write(Key, DocumentWrite.AnyVersion, $"{number}")], Turn("1", $"{number}")), Ct), Ct)));

        var winner = Assert.Single(Enumerable.Range(0, 20), number => results[number].Outcome == CommitOutcome.Committed);
        Assert.Equal($"{winner}", TextOf((await Store.ReadAsync(Key, Ct))!));
        Assert.All(results.Where(result => result.Earlier is not null), result => Assert.Equal($"{winner}", Encoding.UTF8.GetString(result.Earlier!.Outcome.Span)));
        Assert.Equal(19, results.Count(result => result.Outcome == CommitOutcome.Duplicate));
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_told_so_and_the_store_goes_on()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.CommitAsync(new Commit([Write(Key, DocumentWrite.AnyVersion, "1")]), new CancellationToken(true)));

        await CommitAsync(Write(Key with { Id = "b" }, 0, "after"));
        Assert.Equal("after", TextOf((await Store.ReadAsync(Key with { Id = "b" }, Ct))!));
    }

    [Fact]
    public async Task A_closed_store_refuses_with_words()
    {
        await CommitAsync(Write(Key, 0, "1"));
        Close(Store);

        await Assert.ThrowsAsync<StoreException>(() => CommitAsync(Write(Key, 1, "2")));
        await Assert.ThrowsAsync<StoreException>(async () => await Store.ReadAsync(Key, Ct));
        await Assert.ThrowsAsync<StoreException>(() => Store.CompleteTurnAsync("conversation", "1", [], Ct));
        await Assert.ThrowsAsync<StoreException>(() => Store.CheckAsync(Ct));
    }

    [Fact]
    public async Task A_database_of_a_newer_bot_is_refused_with_words_and_left_alone()
    {
        await CommitAsync(Write(Key, 0, "1"));
        Close(Store);
        await SetNewerSchemaAsync();

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(OpenAsync);
        Assert.Contains("Start the newer bot again, or restore a backup.", refusal.Message, StringComparison.Ordinal);
        // It says so each time, and nothing was changed by the first attempt.
        await Assert.ThrowsAsync<InvalidOperationException>(OpenAsync);
    }

    protected Task<CommitResult> CommitAsync(params DocumentWrite[] writes) => Store.CommitAsync(new Commit(writes), Ct);

    protected static DocumentWrite Write(DocumentKey key, long expected, string text) => new(key, expected, Encoding.UTF8.GetBytes(text));

    protected static TurnRecord Turn(string activity, string outcome = "{}", bool pending = true) =>
        new("conversation", activity, Encoding.UTF8.GetBytes(outcome), pending);

    protected static string TextOf(StoredDocument document) => Encoding.UTF8.GetString(document.Json.Span);

    protected static void Close(IStore store) => (store as IDisposable)?.Dispose();

    protected async Task<IStore> OpenAgainAsync()
    {
        Store = await OpenAsync();
        _opened.Add(Store);
        return Store;
    }
}
