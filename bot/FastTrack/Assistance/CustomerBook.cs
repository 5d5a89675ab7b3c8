using System.Globalization;
using System.Text;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>How a customer was found, the surest way first.</summary>
public enum CustomerMatchKind
{
    Tpid,
    Domain,
    Name,
    NameStart,
    DomainStart,
    WordStart,
    Contains,

    /// <summary>Like it, but for a slip of the finger or two.</summary>
    Similar,
}

public sealed record CustomerMatch(Customer Customer, CustomerMatchKind Kind);

/// <summary>A partner's customers, to be found by name, domain or TPID.</summary>
public sealed class CustomerBook(IEnumerable<Customer> customers)
{
    public const int MaxMatches = 10;

    private const int MaxQuery = 100;
    private const int ShortestSimilar = 4;

    private readonly List<Entry> _entries =
        [.. customers.Select(customer => new Entry(customer, Fold(customer.Name), DomainName.Parse(customer.Domain).Value))];

    /// <summary>At most ten, the surest first, then by name. Empty for nothing usable.</summary>
    public IReadOnlyList<CustomerMatch> Find(string? query)
    {
        if (TypedText.Clean(query, MaxQuery) is not { } clean)
            return [];

        var name = Fold(clean);
        var domain = DomainName.Parse(clean).Value;
        var tpid = Tpid.Parse(clean).Value;
        return
        [
            .. _entries.Select(entry => (entry, Kind: Match(entry, name, domain, tpid))).Where(match => match.Kind is not null)
                .OrderBy(match => match.Kind)
                .ThenBy(match => match.entry.Name, StringComparer.Ordinal)
                .ThenBy(match => match.entry.Domain?.Ascii, StringComparer.Ordinal)
                .Take(MaxMatches).Select(match => new CustomerMatch(match.entry.Customer, match.Kind!.Value)),
        ];
    }

    private static CustomerMatchKind? Match(Entry entry, string name, DomainName? domain, string? tpid)
    {
        if (tpid is not null && entry.Customer.Tpid == tpid)
            return CustomerMatchKind.Tpid;
        if (domain is not null && entry.Domain == domain)
            return CustomerMatchKind.Domain;
        if (name.Length == 0)
            return null;
        if (entry.Name == name)
            return CustomerMatchKind.Name;
        if (entry.Name.StartsWith(name, StringComparison.Ordinal))
            return CustomerMatchKind.NameStart;
        if (entry.Domain?.Unicode.StartsWith(name, StringComparison.Ordinal) is true)
            return CustomerMatchKind.DomainStart;
        if (entry.Name.Contains(' ' + name, StringComparison.Ordinal))
            return CustomerMatchKind.WordStart;
        if (entry.Name.Contains(name, StringComparison.Ordinal))
            return CustomerMatchKind.Contains;
        return IsSimilar(entry, name) ? CustomerMatchKind.Similar : null;
    }

    // One slip in a short word, two in a long one; also against single words, as few people type a company's whole name.
    private static bool IsSimilar(Entry entry, string name)
    {
        if (name.Length < ShortestSimilar)
            return false;

        var slips = name.Length < 8 ? 1 : 2;
        return EditDistance.IsWithin(entry.Name, name, slips) || entry.Name.Split(' ').Any(word => EditDistance.IsWithin(word, name, slips));
    }

    /// <summary>Lower case, without accents, punctuation as blanks: "Müller &amp; Söhne" is found by "muller sohne".</summary>
    private static string Fold(string name)
    {
        var text = new StringBuilder();
        // Rune by rune: half of a surrogate pair would make Normalize throw.
        foreach (var rune in name.EnumerateRunes())
            text.Append(rune);

        var folded = new StringBuilder();
        foreach (var letter in text.ToString().Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
                folded.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark && folded.Length > 0 && folded[^1] != ' ')
                folded.Append(letter == '.' ? '.' : ' ');
        }

        return folded.ToString().Trim();
    }

    private sealed record Entry(Customer Customer, string Name, DomainName? Domain);
}
