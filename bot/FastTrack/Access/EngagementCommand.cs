using System.Resources;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Access;

/// <summary>
/// A command about one engagement: the one that its button names, or else the newest. It runs only for who may see that, and has the right.
/// </summary>
public abstract class EngagementCommand(string name, ResourceManager resources, string phrases, Right right, EngagementGate gate)
    : Command(name, resources, phrases)
{
    public sealed override async ValueTask RunAsync(
        DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var id = arguments.GetValueOrDefault(EngagementVerb.Argument);
        if (await gate.OpenAsync(dialogs.Turn, id, right, cancellationToken) is { } engagement)
        {
            await RunAsync(dialogs.Turn, engagement, cancellationToken);
        }
    }

    protected abstract ValueTask RunAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken);
}

/// <summary>Lets a command at an engagement, or says why not.</summary>
public sealed class EngagementGate(EngagementAccess access, Notice notice)
{
    public async ValueTask<Engagement?> OpenAsync(TurnContext turn, string? id, Right right, CancellationToken cancellationToken)
    {
        var engagement = await access.FindOrNewestAsync(turn, id, cancellationToken);
        if (engagement is null)
        {
            notice.Show(turn, Text.Title, id is null ? Text.NoneYet : Text.NotYours);
            return null;
        }

        if (await access.MayAsync(turn, engagement, right, cancellationToken)) return engagement;
        notice.Show(turn, Text.Title, Refusal.Of(right, engagement));
        return null;
    }
}
