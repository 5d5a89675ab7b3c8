using FastTrackBot.Platform.BotFramework.Files;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack;

/// <summary>A file about the whole tenant that people can ask for, rather than about one engagement. A card's button has the verb <c>tenant-file</c> and the data <c>file</c>.</summary>
/// <param name="name">How cards name it.</param>
public abstract class TenantFile(string name)
{
    public string Name { get; } = name;

    /// <summary>What is in it, in a sentence.</summary>
    public abstract string Description { get; }

    /// <returns>Null where the person may not have it.</returns>
    public abstract ValueTask<NamedFile?> BuildAsync(TurnContext turn, CancellationToken cancellationToken);
}
