using System.Collections.Concurrent;

namespace FastTrackBot.Platform.BotFramework.Authentication;

/// <summary>
/// Tokens that were found valid a moment ago: Teams sends the same one for an hour, and a signature costs more than the rest of
/// a small turn. A token is forgotten when it expires, when the issuer's keys were fetched anew, and after five minutes.
/// </summary>
internal sealed class TokenCache(TimeProvider time)
{
    private const int Most = 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public Caller? Find(ReadOnlySpan<char> token) =>
        _entries.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token, out var entry)
        && time.GetUtcNow() < entry.Until && ReferenceEquals(entry.Keys, entry.Source.Current)
            ? entry.Caller
            : null;

    public void Add(string token, Caller caller, DateTimeOffset expires, SigningKeys source, SigningKeySet keys)
    {
        var latest = time.GetUtcNow() + Longest;
        // Full happens only under load from very many callers; then starting over costs each of them one signature.
        if (_entries.Count >= Most)
            _entries.Clear();
        _entries[token] = new Entry(caller, expires < latest ? expires : latest, source, keys);
    }

    private sealed record Entry(Caller Caller, DateTimeOffset Until, SigningKeys Source, SigningKeySet Keys);
}
