using FastTrackBot.Platform.Storage;
using FastTrackBot.Platform.Storage.Sqlite;

namespace FastTrackBot.Tests.Platform.Storage.Sqlite;

public sealed class SqliteDocumentCacheTests
{
    private static readonly DocumentKey Key = new("kind", "partition", "a");

    private readonly SqliteDocumentCache _cache = new();

    [Fact]
    public void What_a_reader_found_is_kept_also_that_there_is_nothing()
    {
        _cache.Add(Key, null, _cache.Commits);

        Assert.True(_cache.TryGet(Key, out var document));
        Assert.Null(document);
    }

    [Fact]
    public void An_older_version_never_takes_the_place_of_the_one_that_was_committed_meanwhile()
    {
        var before = _cache.Commits;
        Publish(Document(2));

        _cache.Add(Key, Document(1), before);

        Assert.True(_cache.TryGet(Key, out var document));
        Assert.Equal(2, document!.Version);
    }

    [Fact]
    public void An_older_version_is_not_taken_even_if_the_committed_one_had_to_go()
    {
        var small = new SqliteDocumentCache(maximumBytes: 1_200);
        var before = small.Commits;
        small.Publish(new Dictionary<DocumentKey, StoredDocument?> { [Key] = Document(2) });
        foreach (var id in (string[])["b", "c", "d"]) small.Add(Key with { Id = id }, null, small.Commits);
        Assert.False(small.TryGet(Key, out _));

        small.Add(Key, Document(1), before);

        Assert.False(small.TryGet(Key, out _));
    }

    [Fact]
    public void A_list_is_forgotten_when_one_of_its_kind_and_partition_is_written()
    {
        _cache.Add("kind", "partition", [Document(1)], _cache.Commits);
        _cache.Add("kind", "other", [], _cache.Commits);

        Publish(Document(2));

        Assert.Null(_cache.List("kind", "partition"));
        Assert.NotNull(_cache.List("kind", "other"));
    }

    [Fact]
    public void A_list_that_was_read_before_a_commit_is_not_kept_after_it()
    {
        var before = _cache.Commits;
        Publish(Document(2));

        _cache.Add("kind", "partition", [Document(1)], before);

        Assert.Null(_cache.List("kind", "partition"));
    }

    private void Publish(StoredDocument document) => _cache.Publish(new Dictionary<DocumentKey, StoredDocument?> { [Key] = document });

    private static StoredDocument Document(long version) => new(Key, version, "{}"u8.ToArray());
}
