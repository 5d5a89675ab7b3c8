using System.Text.Json.Serialization;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Enablement.Pilot;

/// <summary>The people who try the services first. One list for each engagement.</summary>
public sealed record PilotList(IReadOnlyList<PilotPerson> People)
{
    public static PilotList Empty { get; } = new([]);

    [JsonIgnore]
    public int Ready => People.Count(person => person.IsReady);

    /// <summary>When the directory was last asked about anyone in it; null where it cannot be asked.</summary>
    [JsonIgnore]
    public DateTimeOffset? ReadAt => People.Max(person => person.Facts?.At);
}

/// <param name="Id">The Entra object id; where the tenant cannot be read, what was typed.</param>
/// <param name="Address">The user principal name, or what was typed.</param>
/// <param name="Facts">What the directory last said; null where it cannot be asked.</param>
/// <param name="Said">Where it cannot be asked: somebody's word that the person is ready.</param>
public sealed record PilotPerson(string Id, string Name, string Address, PilotFacts? Facts = null, Mark? Said = null)
{
    [JsonIgnore]
    public bool IsReady => Facts is { } facts ? facts.Lacks.Count == 0 && facts.Unlicensed.Count == 0 : Said is not null;
}

/// <param name="Unlicensed">The ids of the engagement's services that no licence of the person covers.</param>
public sealed record PilotFacts(DateTimeOffset At, IReadOnlyList<PilotLack> Lacks, IReadOnlyList<string> Unlicensed);

/// <summary>What keeps somebody from taking part in the pilot.</summary>
public enum PilotLack
{
    /// <summary>The directory does not know the person any more.</summary>
    Gone,
    Blocked,

    /// <summary>Without a usage location no licence can be assigned.</summary>
    Location,

    /// <summary>No licence at all.</summary>
    Licence,
}

/// <summary>How it is stored. It stands beside the type, as the rules that use the type know no store.</summary>
internal static class PilotDocument
{
    public static readonly DocumentKind<PilotList> Kind = new("pilot", () => PilotJson.Default.PilotList);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(PilotList))]
[JsonSerializable(typeof(PilotCardModel))]
internal sealed partial class PilotJson : JsonSerializerContext;
