using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Portfolio;

/// <summary>FastTrack's people see all engagements that they guide.</summary>
internal sealed class PortfolioCommand(PortfolioDesk desk, Notice notice) : Command("portfolio", Text.ResourceManager, nameof(Text.PhrasesPortfolio))
{
    public override async ValueTask RunAsync(DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        if (await desk.CardAsync(dialogs.Turn, new PortfolioFilter(), cancellationToken) is { } card) dialogs.Turn.Reply(card, Text.Title);
        else notice.Show(dialogs.Turn, Text.Title, Text.NoEngagements);
    }
}

/// <summary>Shows those that fit, or another page of them.</summary>
internal sealed class PortfolioShow(PortfolioDesk desk) : CardVerb("portfolio.show")
{
    public override async ValueTask RunAsync(TurnContext turn, CardAction action, CancellationToken cancellationToken)
    {
        var filter = new PortfolioFilter(
            Enum.TryParse<Phase>(action["phase"], out var phase) ? phase : null,
            action["motion"],
            Enum.TryParse<EngagementHealth>(action["health"], out var health) ? health : null,
            action["overdue"] == "true",
            action.Number("page") ?? 1);
        turn.Respond(await desk.CardAsync(turn, filter, cancellationToken) is { } card ? InvokeResponse.Card(card) : InvokeResponse.Notice(Text.NoEngagements));
    }
}

/// <summary>One engagement's status report.</summary>
internal sealed class ReportShow(EngagementAccess access, ReportCard card) : EngagementVerb("report", Right.See, access)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken)
    {
        var plan = await turn.Documents.ReadAsync(RemediationDocument.Kind, turn.TenantId, engagement.Id, cancellationToken);
        turn.Respond(InvokeResponse.Card(card.Fill(engagement, plan)));
    }
}

/// <summary>Gathers the portfolio of whoever asks.</summary>
internal sealed class PortfolioDesk(EngagementAccess access, PortfolioCard card)
{
    private const int Weeks = 6;

    /// <returns>Null where there is none.</returns>
    public async ValueTask<RawJson?> CardAsync(TurnContext turn, PortfolioFilter filter, CancellationToken cancellationToken)
    {
        var mine = await access.ListAsync(turn, Right.Tag, cancellationToken);
        return mine.Count == 0 ? null : card.Fill(mine, filter, await OpenAsync(turn, mine, filter, cancellationToken));
    }

    private static async ValueTask<IReadOnlyList<OpenItems>> OpenAsync(
        TurnContext turn, IReadOnlyList<Engagement> mine, PortfolioFilter filter, CancellationToken cancellationToken)
    {
        var now = turn.Clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var counts = new int[Weeks];
        foreach (var engagement in mine.Where(engagement => PortfolioRules.Fits(engagement, filter, today)))
        {
            var history = await turn.Documents.ReadAllAsync(EngagementHistory.Kind, EngagementHistory.Partition(turn.TenantId, engagement.Id), cancellationToken);
            for (var week = 0; week < Weeks; week++) counts[week] += PortfolioRules.OpenAt(engagement, history, now.AddDays(-7 * (Weeks - 1 - week)));
        }

        return [.. counts.Select((count, week) => new OpenItems(today.AddDays(-7 * (Weeks - 1 - week)), count))];
    }
}
