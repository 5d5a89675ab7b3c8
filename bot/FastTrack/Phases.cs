using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.FastTrack;

/// <summary>What each phase is for, what leads into it and out of it, and the ways through them: data, with its source, not code.</summary>
public static class Phases
{
    private static readonly PhaseFile File = EmbeddedData.Read("FastTrack/Data/phases.json", PhaseJson.Default.PhaseFile);

    private static readonly Dictionary<Phase, PhaseGuide> ByPhase = File.Phases.ToDictionary(guide => guide.Phase);

    /// <summary>In their order.</summary>
    public static IReadOnlyList<PhaseGuide> All => File.Phases;

    /// <summary>The four steps in which customers see their way.</summary>
    public static SourcedIds Steps => File.Steps;

    /// <summary>How an engagement comes about, and the phases that it therefore goes through.</summary>
    public static IReadOnlyList<Motion> Motions => File.Motions;

    /// <summary>Closer descriptions of a motion, to tag an engagement with. They change no path.</summary>
    public static SourcedIds Variants => File.Variants;

    /// <summary>What an engagement is mainly about, to tag it with.</summary>
    public static SourcedIds Approaches => File.Approaches;

    public static PhaseGuide Of(Phase phase) => ByPhase[phase];

    public static Motion? FindMotion(string id) => File.Motions.FirstOrDefault(motion => motion.Id == id);
}

/// <param name="Step">Which of the customers' steps the phase belongs to, from 1.</param>
/// <param name="Source">Where the phase's purpose comes from.</param>
/// <param name="Entry">What is true when it begins. To be read: the exit of the phase before makes it so.</param>
/// <param name="Exit">What has to be true before the next begins; the program checks each.</param>
/// <param name="Microsoft">What Microsoft, or the partner in its place, is responsible for.</param>
/// <param name="Customer">What the customer is responsible for.</param>
public sealed record PhaseGuide(
    Phase Phase, int Step, Source Source, SourcedIds Entry, SourcedIds Exit, SourcedIds Microsoft, SourcedIds Customer);

/// <summary>Ids that each have a text, and the document they come from.</summary>
public sealed record SourcedIds(Source Source, IReadOnlyList<string> Ids);

/// <param name="Path">All phases of the motion, the migration included.</param>
public sealed record Motion(string Id, Source Source, IReadOnlyList<Phase> Path)
{
    /// <summary>Not everyone has something to migrate.</summary>
    public IReadOnlyList<Phase> PathFor(bool migrates) => migrates ? Path : [.. Path.Where(phase => phase != Phase.Migrate)];
}

internal sealed record PhaseFile(
    SourcedIds Steps, IReadOnlyList<PhaseGuide> Phases, IReadOnlyList<Motion> Motions, SourcedIds Variants, SourcedIds Approaches);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PhaseFile))]
[JsonSerializable(typeof(MilestoneFile))]
internal sealed partial class PhaseJson : JsonSerializerContext;
