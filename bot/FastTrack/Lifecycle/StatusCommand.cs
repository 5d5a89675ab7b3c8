using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Lifecycle;

/// <summary>Where the person's requests and engagements stand.</summary>
public sealed class StatusCommand(IEnumerable<StatusPart> parts, Notice notice) : Command("status", Text.ResourceManager, nameof(Text.PhrasesStatus))
{
    public override async ValueTask RunAsync(
        DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var any = false;
        foreach (var part in parts) any |= await part.ShowAsync(dialogs.Turn, cancellationToken);
        if (!any) notice.Show(dialogs.Turn, Text.Title, Text.NothingYet);
    }
}

/// <summary>The engagements, each with its checklist.</summary>
public sealed class EngagementStatus(EngagementAccess access, ChecklistCard card) : StatusPart
{
    /// <summary>More cards than this bury each other; the portfolio is the place for many.</summary>
    private const int MaximumCards = 3;

    public override async ValueTask<bool> ShowAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var engagements = await access.ListAsync(turn, cancellationToken);
        foreach (var engagement in engagements.Take(MaximumCards)) turn.Reply(card.Fill(engagement), engagement.Organisation);
        return engagements.Count > 0;
    }
}
