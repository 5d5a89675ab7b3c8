using FastTrackBot.Platform.BotFramework.Extensions;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Commands;

/// <summary>Something that people reach from where they write a message, or from a message.</summary>
/// <param name="commandId">As the manifest names it.</param>
/// <param name="searches">It finds something to insert; else it opens a dialog.</param>
public abstract class MessageExtension(string commandId, bool searches)
{
    /// <summary>Teams' local client names no command: there the one that can answer does.</summary>
    public bool Answers(ExtensionRequest request) =>
        string.IsNullOrEmpty(request.CommandId) ? searches == (request.Operation == ExtensionOperation.Query) : request.CommandId == commandId;

    public abstract ValueTask RunAsync(TurnContext turn, ExtensionRequest request, CancellationToken cancellationToken);
}
