namespace FastTrackBot.FastTrack;

/// <summary>
/// The numbers by which an engagement is measured. They are the bot's own: what a hundred people use day by day is past the
/// teething troubles, and where a hundred would be nearly everyone, every tenth is a fair start.
/// </summary>
public static class Milestones
{
    /// <summary>When enabling has reached the people it was meant for.</summary>
    public static CompletionMilestone Completion { get; } =
        EmbeddedData.Read("FastTrack/Data/milestones.json", PhaseJson.Default.MilestoneFile).Completion;
}

/// <param name="ActiveUsers">So many people use the services.</param>
/// <param name="Percent">In a small tenant that would ask for too much: there it is this share of the seats.</param>
/// <param name="BelowSeats">A tenant with fewer seats is small.</param>
public sealed record CompletionMilestone(int ActiveUsers, int Percent, int BelowSeats, Source Source)
{
    /// <summary>How many people have to use the services where there are so many seats; part of a person counts as one.</summary>
    public int UsersNeeded(int seats) => seats >= BelowSeats ? ActiveUsers : (int)Math.Ceiling(Math.Max(0, seats) * Percent / 100m);
}

internal sealed record MilestoneFile(CompletionMilestone Completion);
