using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Portfolio;

/// <summary>The status report of an engagement on a card.</summary>
internal sealed class ReportCard(CardLibrary cards, TimeProvider clock)
{
    public RawJson Fill(Engagement engagement, RemediationPlan? plan)
    {
        var view = ReportView.Of(engagement, ReportRules.Of(engagement, plan, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)));
        var model = new ReportModel(
            Words.Language, view.Organisation, Text.ReportTitle, view.State,
            [.. view.Progress.Select(line => new Fact(line.Title, line.Value))],
            view.Next, view.Checkpoint is { } checkpoint ? new UserText(checkpoint) : default(UserText?),
            [.. view.Asks.DefaultIfEmpty(Text.NoAsks).Select(ask => new UserText(ask))], engagement.Id,
            new ReportLabels(Text.Progress, Text.NextTitle, Text.Asks, Text.Button_File, Text.Button_Phase, Text.Button_Portfolio));
        return new RawJson(cards["Portfolio/Report"].Fill(model, PortfolioJson.Default.ReportModel));
    }
}

/// <summary>The data of the template <c>Portfolio/Report</c>.</summary>
internal sealed record ReportModel(
    string Lang, UserText Organisation, string Title, string State, IReadOnlyList<Fact> Progress, UserText Next, UserText? Checkpoint,
    IReadOnlyList<UserText> Asks, string Engagement, ReportLabels Labels);

internal sealed record ReportLabels(string Progress, string Next, string Asks, string File, string Phase, string Portfolio);
