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
    private readonly SqliteCommand _containing;
    private readonly ColumnWeights _weights;
    private readonly int _count;

    public TextIndex(IReadOnlyList<IndexedText> texts, ColumnWeights weights)
    {
        SQLitePCL.Batteries_V2.Init();
        (_weights, _count) = (weights, texts.Count);
        _connection = new SqliteConnection("Data Source=:memory:");
        _connection.Open();
        // Tokens arrive ready made, so the tokenizer has only to part them at blanks: marks belong to words (Thai), accents are gone.
        _connection.Execute("CREATE VIRTUAL TABLE texts USING fts5(title, keywords, body, tokenize = \"unicode61 remove_diacritics 0 categories 'L* N* M* Co'\")");
        Fill(texts);
        var rank = string.Create(CultureInfo.InvariantCulture, $"bm25(texts, {weights.Title}, {weights.Keywords}, {weights.Body})");
        _ranked = Prepare($"SELECT rowid, -{rank} FROM texts WHERE texts MATCH $query ORDER BY {rank} LIMIT $count", "$query", "$count");
        _containing = Prepare("SELECT rowid FROM texts WHERE texts MATCH $query", "$query");
    }

    /// <summary>The texts that have any of the terms, the best first.</summary>
    public IReadOnlyList<TextHit> Search(IReadOnlyList<SearchTerm> terms, int count)
    {
        if (terms.Count == 0 || _count == 0) return [];
        lock (_gate)
        {
            var coverage = Coverage(terms);
            _ranked.Parameters["$query"].Value = string.Join(" OR ", terms.Select(term => term.Query));
            _ranked.Parameters["$count"].Value = _count;
            List<TextHit> hits = [];
            using var reader = _ranked.ExecuteReader();
            while (reader.Read())
            {
                var index = reader.GetInt32(0);
                // Rare words of the question that a text lacks count against it: bm25 alone forgives what is missing.
                hits.Add(new TextHit(index, reader.GetDouble(1) * coverage[index], coverage[index]));
            }

            return [.. hits.OrderByDescending(hit => hit.Rank).Take(count)];
        }
    }

    /// <summary>Whether any text has the word, or one that begins like it.</summary>
    public bool Has(string word)
    {
        lock (_gate) return Containing(new SearchTerm([[word]]).Query).Count > 0;
    }

    /// <summary>How much of the question each text has, by how rare each term is; a term that is only in the body counts less.</summary>
    private double[] Coverage(IReadOnlyList<SearchTerm> terms)
    {
        var found = new double[_count];
        var total = 0.0;
        foreach (var term in terms)
        {
            var anywhere = Containing(term.Query);
            // “We have 327 people”: a number that no text has is the person's own, and says nothing about the question.
            if (anywhere.Count == 0 && term.IsNumber) continue;
            var prominent = Containing($"{{title keywords}} : ({term.Query})").ToHashSet();
            var rarity = Math.Log(1 + (_count / (anywhere.Count + 0.5)));
            total += rarity;
            foreach (var index in anywhere) found[index] += prominent.Contains(index) ? rarity : rarity * _weights.BodyShare;
        }

        for (var index = 0; index < _count && total > 0; index++) found[index] /= total;
        return found;
    }

    private List<int> Containing(string query)
    {
        _containing.Parameters["$query"].Value = query;
        List<int> rows = [];
        using var reader = _containing.ExecuteReader();
        while (reader.Read()) rows.Add(reader.GetInt32(0));
        return rows;
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
        _containing.Dispose();
        _connection.Dispose();
    }
}

/// <param name="Keywords">Other words for the title; found like it, never shown.</param>
public sealed record IndexedText(string Title, string Keywords, string Body);

/// <param name="BodyShare">What a term counts that is in the body alone.</param>
public sealed record ColumnWeights(double Title, double Keywords, double Body, double BodyShare);

/// <param name="Index">Its place in the list that the index was made of.</param>
/// <param name="Rank">How much speaks for it: the more terms, the rarer, and the more prominent they are, the higher.</param>
/// <param name="Coverage">How much of the question it has, from 0 to 1.</param>
public readonly record struct TextHit(int Index, double Rank, double Coverage);
