namespace FastTrackBot.FastTrack.Assessment;

/// <summary>How much a kind of finding matters, and where Microsoft explains it.</summary>
public sealed record FindingKind(string Id, Severity Severity, Uri ReadMore, Source Source);

/// <summary>Every kind of finding: data, not code.</summary>
public static class FindingKinds
{
    private static readonly Dictionary<string, FindingKind> ById =
        EmbeddedData.Read("FastTrack/Assessment/Data/finding-kinds.json", AssessmentDataJson.Default.FindingKindFile)
            .Kinds.ToDictionary(kind => kind.Id, StringComparer.Ordinal);

    public static IReadOnlyCollection<FindingKind> All => ById.Values;

    public static Finding Find(string checkId, Found found)
    {
        var kind = ById[found.Kind];
        var id = found.Subject.Length == 0 ? kind.Id : $"{kind.Id}:{found.Subject.ToLowerInvariant()}";
        return new Finding(id, checkId, kind.Id, kind.Severity, found.Subject, found.Facts, found.Examples, kind.ReadMore);
    }
}

internal sealed record FindingKindFile(IReadOnlyList<FindingKind> Kinds);
