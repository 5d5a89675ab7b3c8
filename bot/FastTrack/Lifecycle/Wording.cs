using FastTrackBot.Platform;

namespace FastTrackBot.FastTrack.Lifecycle;

/// <summary>What the phases' data says, in the language of the turn.</summary>
public static class Wording
{
    public static string Purpose(Phase phase) => Find($"Purpose_{phase}");

    /// <summary>A step of the customers' view; <see cref="PhaseGuide.Step"/> says which phase belongs to it.</summary>
    public static string Step(int step) => Find($"Step_{step}");

    public static string Entry(string id) => Find($"Entry_{id}");

    /// <summary>A condition that the program checks, with the numbers that it checks against.</summary>
    public static string Exit(string id)
    {
        var milestone = Milestones.Completion;
        return Find($"Exit_{id}").With(milestone.ActiveUsers, milestone.Percent, milestone.BelowSeats);
    }

    /// <summary>Something that Microsoft does in a phase.</summary>
    public static string Microsoft(string id) => Find($"Microsoft_{id}");

    /// <summary>Something that the customer does in a phase.</summary>
    public static string Customer(string id) => Find($"Customer_{id}");

    private static string Find(string key) => Text.ResourceManager.Named(key);
}
