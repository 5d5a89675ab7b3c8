using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Tags;

/// <summary>FastTrack's people see the engagements that they may tag, by motion, tag and phase.</summary>
public sealed class EngagementsCommand(TaggedEngagements engagements, EngagementsCard card, Notice notice)
    : Command("engagements", Text.ResourceManager, nameof(Text.PhrasesEngagements))
{
    public override async ValueTask RunAsync(
        DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var turn = dialogs.Turn;
        var all = await engagements.ListAsync(turn, cancellationToken);
        if (all.Count == 0) notice.Show(turn, Text.EngagementsTitle, Text.NoEngagements);
        else turn.Reply(card.Fill(all, new EngagementFilter()), Text.EngagementsTitle);
    }
}

/// <summary>Shows those that fit.</summary>
public sealed class EngagementsFilter(TaggedEngagements engagements, EngagementsCard card) : CardVerb("engagements.filter")
{
    public override async ValueTask RunAsync(TurnContext turn, CardAction action, CancellationToken cancellationToken)
    {
        var phase = Enum.TryParse<Phase>(action["phase"], out var named) ? named : (Phase?)null;
        var all = await engagements.ListAsync(turn, cancellationToken);
        turn.Respond(InvokeResponse.Card(card.Fill(all, new EngagementFilter(action["motion"], action["tag"], phase))));
    }
}

/// <summary>The engagements whose tags somebody may see.</summary>
public sealed class TaggedEngagements(EngagementAccess access)
{
    public async ValueTask<IReadOnlyList<Engagement>> ListAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        List<Engagement> mine = [];
        foreach (var engagement in await access.ListAsync(turn, cancellationToken))
        {
            if (await access.MayAsync(turn, engagement, Right.Tag, cancellationToken)) mine.Add(engagement);
        }

        return mine;
    }
}

public sealed record EngagementFilter(string? Motion = null, string? Tag = null, Phase? Phase = null);
