using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FastTrackBot.Platform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace FastTrackBot.Platform.Search;

/// <summary>
/// A full-text index over a few hundred short texts, in memory: SQLite's FTS5 with <c>bm25</c>. It is made once and never changes;
/// one search at a time, as each takes well under a millisecond.
/// </summary>
public sealed class TextIndex : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _ranked;

    public TextIndex(IReadOnlyList<IndexedText> texts, ColumnWeights weights)
    {
        SQLitePCL.Batteries_V2.Init();
        _connection = new SqliteConnection("Data Source=:memory:");
        _connection.Open();
        // Tokens arrive ready made, so the tokenizer has only to part them at blanks: marks belong to words (Thai), accents are gone.
        _connection.Execute("CREATE VIRTUAL TABLE texts USING fts5(title, keywords, body, tokenize = \"unicode61 remove_diacritics 0 categories 'L* N* M* Co'\")");
        Fill(texts);
        var rank = string.Create(CultureInfo.InvariantCulture, $"bm25(texts, {weights.Title}, {weights.Keywords}, {weights.Body})");
        _ranked = Prepare($"SELECT rowid, -{rank} FROM texts WHERE texts MATCH $query", "$query");
    }

    /// <summary>The texts that have any of the tokens, in no order.</summary>
    public IReadOnlyList<TextHit> Search(IReadOnlyCollection<string> tokens)
    {
        if (tokens.Count == 0) return [];
        lock (_gate)
        {
            _ranked.Parameters["$query"].Value = string.Join(" OR ", tokens.Select(SearchTerm.Query));
            List<TextHit> hits = [];
            using var reader = _ranked.ExecuteReader();
            while (reader.Read()) hits.Add(new TextHit(reader.GetInt32(0), reader.GetDouble(1)));
            return hits;
        }
    }

    private void Fill(IReadOnlyList<IndexedText> texts)
    {
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.Prepare("INSERT INTO texts (rowid, title, keywords, body) VALUES ($id, $title, $keywords, $body)", "$id", "$title", "$keywords", "$body");
        insert.Transaction = transaction;
        for (var id = 0; id < texts.Count; id++)
        {
            insert.Parameters["$id"].Value = id;
            insert.Parameters["$title"].Value = Words(texts[id].Title);
            insert.Parameters["$keywords"].Value = Words(texts[id].Keywords);
            insert.Parameters["$body"].Value = Words(texts[id].Body);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    [SuppressMessage("Security", "CA2100", Justification = "Only the weights are put in, and those are numbers; the query travels as a parameter.")]
    private SqliteCommand Prepare(string sql, params ReadOnlySpan<string> parameters) => _connection.Prepare(sql, parameters);

    private static string Words(string text) => string.Join(' ', SearchTokens.Of(text));

    public void Dispose()
    {
        _ranked.Dispose();
        _connection.Dispose();
    }
}

/// <param name="Keywords">Other words for the title; found like it, never shown.</param>
public sealed record IndexedText(string Title, string Keywords, string Body);

/// <summary>How much a word counts by where it stands.</summary>
public sealed record ColumnWeights(double Title, double Keywords, double Body);

/// <param name="Index">Its place in the list that the index was made of.</param>
/// <param name="Rank">How much speaks for it: the more tokens, the rarer, and the more prominent they are, the higher.</param>
public readonly record struct TextHit(int Index, double Rank);
