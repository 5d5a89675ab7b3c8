using System.Globalization;
using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Portfolio;

/// <summary>Engagements at a glance: how many stand in which phase, what stood open week by week, and each in a row.</summary>
internal sealed class PortfolioCard(CardLibrary cards, TimeProvider clock)
{
    private const int PageSize = 8;

    /// <param name="weeks">How many items stood open at the end of the last weeks, the oldest first.</param>
    public RawJson Fill(IReadOnlyList<Engagement> all, PortfolioFilter filter, IReadOnlyList<OpenItems> weeks)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var fitting = all.Where(engagement => PortfolioRules.Fits(engagement, filter, today)).ToList();
        var shown = Paging.Of(fitting, PageSize, filter.Page);
        Choice any = new("", Text.All);
        var model = new PortfolioModel(
            Words.Language,
            Text.Title,
            Text.Fitting.With(fitting.Count, all.Count),
            [.. PortfolioRules.PhaseCounts(fitting).Select(entry => new PhaseShare(Names.Of(entry.Phase), entry.Count, Number(entry.Count)))],
            [.. weeks.Select(week => new WeekPoint(Days.Short(week.Day), week.Count, Number(week.Count)))],
            [.. shown.Items.Select(engagement => Row(engagement, today))],
            new PortfolioValues(filter.Phase?.ToString() ?? "", filter.Motion ?? "", filter.Health?.ToString() ?? "", filter.OverdueOnly ? "true" : "false"),
            [any, .. Enum.GetValues<Phase>().Select(phase => new Choice(phase.ToString(), Names.Of(phase)))],
            [any, .. Phases.Motions.Select(motion => new Choice(motion.Id, Names.OfMotion(motion.Id)))],
            [any, .. Enum.GetValues<EngagementHealth>().Select(health => new Choice(health.ToString(), ReportView.NameOf(health)))],
            shown.Buttons(Text.Button_Earlier, Text.Button_Further),
            new PortfolioLabels(Text.Label_Phase, Text.Label_Motion, Text.Label_Health, Text.Label_Overdue, Text.Button_Filter, Text.Button_Report, Text.PhasesTitle, Text.OpenTitle));
        return new RawJson(cards["Portfolio/Portfolio"].Fill(model, PortfolioJson.Default.PortfolioModel));
    }

    private static PortfolioRow Row(Engagement engagement, DateOnly today)
    {
        var health = PortfolioRules.HealthOf(engagement, today);
        return new PortfolioRow(
            engagement.Id,
            engagement.Organisation,
            Text.Row.With(Names.Of(engagement.Phase), ReportView.NameOf(health), PortfolioRules.Open(engagement), PortfolioRules.Overdue(engagement, today)),
            health switch { EngagementHealth.Blocked => "Attention", EngagementHealth.Late => "Warning", EngagementHealth.OnTrack => "Good", _ => "Default" });
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>How many items stood open on a day.</summary>
internal sealed record OpenItems(DateOnly Day, int Count);

/// <summary>The data of the template <c>Portfolio/Portfolio</c>.</summary>
internal sealed record PortfolioModel(
    string Lang, string Title, string Count, IReadOnlyList<PhaseShare> Phases, IReadOnlyList<WeekPoint> Weeks, IReadOnlyList<PortfolioRow> Engagements,
    PortfolioValues Values, IReadOnlyList<Choice> PhaseChoices, IReadOnlyList<Choice> Motions, IReadOnlyList<Choice> Healths,
    IReadOnlyList<PageButton> Pages, PortfolioLabels Labels);

/// <param name="Number">The count in letters: a fact has no numbers.</param>
internal sealed record PhaseShare(string Title, int Count, string Number);

internal sealed record WeekPoint(string Title, int Count, string Number);

internal sealed record PortfolioRow(string Id, UserText Organisation, string About, string Color);

internal sealed record PortfolioValues(string Phase, string Motion, string Health, string Overdue);

internal sealed record PortfolioLabels(string Phase, string Motion, string Health, string Overdue, string Filter, string Report, string Phases, string Open);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PortfolioModel))]
[JsonSerializable(typeof(ReportModel))]
internal sealed partial class PortfolioJson : JsonSerializerContext;
