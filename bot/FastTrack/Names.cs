using System.Globalization;

namespace FastTrackBot.FastTrack;

/// <summary>
/// What people call the things that more than one capability shows, in the language of the turn. Within a capability the name
/// <c>Text</c> means its own texts; this is the way to the shared ones.
/// </summary>
public static class Names
{
    public static string Of(Phase phase) => Find($"Phase_{phase}");

    public static string Of(SourceSystem source) => Find($"SourceSystem_{source}");

    public static string Of(Workload workload) => Find($"Workload_{workload.Id}");

    /// <param name="id">As in <see cref="Workloads"/>, spelt exactly so.</param>
    public static string OfWorkload(string id) => Find($"Workload_{id}");

    /// <summary>The title of a task.</summary>
    /// <param name="itemId">As in <see cref="Checklists"/>.</param>
    public static string OfItem(string itemId) => Find($"Item_{itemId}");

    public static string Of(AdoptionStage stage) => Find($"Stage_{stage}");

    /// <summary>The title of a task of adoption.</summary>
    /// <param name="itemId">As in <see cref="AdoptionTasks"/>, with the service that it is about.</param>
    public static string OfTask(string itemId) => AdoptionTasks.WorkloadOf(itemId) is { } workload
        ? string.Format(CultureInfo.CurrentCulture, Find($"Task_{AdoptionTasks.Find(itemId)?.Id}"), OfWorkload(workload))
        : Find($"Task_{itemId}");

    /// <summary>A way to go through the phases.</summary>
    /// <param name="id">As in <see cref="Phases.Motions"/>.</param>
    public static string OfMotion(string id) => Find($"Motion_{id}");

    /// <param name="id">As in <see cref="Phases.Variants"/>.</param>
    public static string OfVariant(string id) => Find($"Variant_{id}");

    /// <param name="id">As in <see cref="Phases.Approaches"/>.</param>
    public static string OfApproach(string id) => Find($"Approach_{id}");

    private static string Find(string key) => Text.ResourceManager.Named(key);
}
