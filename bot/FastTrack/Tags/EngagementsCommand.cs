using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Tags;

/// <summary>FastTrack's people see the engagements that they may tag, by motion, tag and phase.</summary>
public sealed class EngagementsCommand(EngagementAccess access, EngagementsCard card, Notice notice)
    : Command("engagements", Text.ResourceManager, nameof(Text.PhrasesEngagements))
{
    public override async ValueTask RunAsync(
        DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var turn = dialogs.Turn;
        var all = await access.ListAsync(turn, Right.Tag, cancellationToken);
        if (all.Count == 0) notice.Show(turn, Text.EngagementsTitle, Text.NoEngagements);
        else turn.Reply(card.Fill(all, new EngagementFilter()), Text.EngagementsTitle);
    }
}

/// <summary>Shows those that fit.</summary>
public sealed class EngagementsFilter(EngagementAccess access, EngagementsCard card) : CardVerb("engagements.filter")
{
    public override async ValueTask RunAsync(TurnContext turn, CardAction action, CancellationToken cancellationToken)
    {
        var phase = Enum.TryParse<Phase>(action["phase"], out var named) ? named : (Phase?)null;
        var all = await access.ListAsync(turn, Right.Tag, cancellationToken);
        turn.Respond(InvokeResponse.Card(card.Fill(all, new EngagementFilter(action["motion"], action["tag"], phase))));
    }
}

public sealed record EngagementFilter(string? Motion = null, string? Tag = null, Phase? Phase = null);
