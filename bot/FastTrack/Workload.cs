namespace FastTrackBot.FastTrack;

/// <summary>
/// A service that the benefit covers or once covered. <see cref="Name"/> is the product's own name in English, for records;
/// people see the localised one. A retired workload is known (old requests name it) but is not offered.
/// </summary>
/// <param name="Note">Names the text that explains what became of it, or null.</param>
/// <param name="NoteSource">The document behind the note, with its date.</param>
public sealed record Workload(string Id, string Name, bool Retired, Source Source, string? Note = null, Source? NoteSource = null);

public static class Workloads
{
    private static readonly WorkloadFile File = EmbeddedData.Read("FastTrack/Data/workloads.json", SharedJson.Default.WorkloadFile);

    private static readonly Dictionary<string, Workload> ById = File.Workloads.ToDictionary(w => w.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>In the order in which they are shown.</summary>
    public static IReadOnlyList<Workload> All => File.Workloads;

    /// <summary>What may be asked for today.</summary>
    public static IReadOnlyList<Workload> Offered { get; } = [.. File.Workloads.Where(workload => !workload.Retired)];

    public static Workload? Find(string id) => ById.GetValueOrDefault(id);
}

internal sealed record WorkloadFile(IReadOnlyList<Workload> Workloads);
