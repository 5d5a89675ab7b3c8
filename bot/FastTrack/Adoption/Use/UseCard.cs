using System.Globalization;
using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Adoption.Use;

/// <summary>How many people use which service: now, week by week, and on the way to the milestones.</summary>
internal sealed class UseCard(CardLibrary cards)
{
    private const int WeeksShown = 13;

    /// <summary>Of the lines, told apart easily and none of them an alarm; there are no more services with figures.</summary>
    private static readonly string[] Colors = ["categoricalBlue", "categoricalTeal", "categoricalMarigold", "categoricalPurple", "categoricalLime"];

    public RawJson Fill(Engagement engagement, UseSeries series)
    {
        var weeks = series.Weeks.TakeLast(WeeksShown).ToList();
        var services = series.Last?.Services ?? [];
        var lines = services.Where(service => service.Workload.Length > 0)
            .Select(service => (Title: UseWords.ShortOf(service.Workload), Weeks: weeks.Where(week => week.Best.ContainsKey(service.Workload)).Select(week => (week.Monday, People: week.Best[service.Workload])).ToList()))
            .Where(line => line.Weeks.Count > 1).ToList();
        var model = new UseModel(
            Words.Language, engagement.Organisation, Text.UseTitle,
            AsOf(series), Notice(engagement, series), series.Last is not null,
            [.. UseRules.Changes(series).Select(change => new UseFact(UseWords.NameOf(change.Now.Workload), UseWords.Of(change)))],
            [.. services.Where(service => service.Licensed > 0).Select(service => new UseBar(UseWords.ShortOf(service.Workload), service.Percent))],
            lines.Count > 0,
            [.. lines.Select((line, at) => new UseLine(line.Title, Colors[at % Colors.Length], [.. line.Weeks.Select(week => new UsePoint(NumberOf(week.Monday, weeks), week.People))], string.Join(" · ", line.Weeks.TakeLast(6).Select(week => Number(week.People)))))],
            [.. MilestoneRules.States(series, UseMilestones.All).Select(Row)],
            [.. Notes(engagement, series)],
            engagement.Id,
            new UseLabels(Text.Label_Now, Text.Label_Shares, Weeks(weeks), Text.Label_Milestones, Text.Button_Refresh, Text.Button_Adoption));
        return new RawJson(cards["Adoption/Use"].Fill(model, UseJson.Default.UseModel));
    }

    private static string? AsOf(UseSeries series) => series.Last is { } last
        ? Text.AsOf.With(Days.Short(last.On), Days.Moment(last.At))
        : null;

    private static string? Notice(Engagement engagement, UseSeries series) =>
        engagement.IsElsewhere ? Text.Elsewhere
        : series.Trouble is { } trouble ? Text.ResourceManager.Named($"Trouble_{trouble}")
        : series.Last is null ? Text.BeingRead
        : null;

    private static IEnumerable<string> Notes(Engagement engagement, UseSeries series)
    {
        if (series.Last is null) yield break;
        yield return Text.Note_Counted;
        if (series.NamesConcealed is true) yield return Text.Note_Concealed;
        var unmeasured = engagement.Workloads.Distinct().Where(workload => !UseReader.IsMeasured(workload)).Select(Names.OfWorkload).ToList();
        if (unmeasured.Count > 0) yield return Text.Note_Unmeasured.With(string.Join(", ", unmeasured));
        yield return Text.Note_Milestones;
    }

    private static MilestoneRow Row(MilestoneState state) => new(
        state.On is null ? "○" : "✓",
        Text.MilestoneOf.With(UseWords.NameOf(state.Service.Workload), UseWords.NameOf(state.Milestone)),
        state.On is { } on ? Text.ReachedOn.With(Days.Short(on)) : Text.PeopleOf.With(state.Service.Active, state.Needed),
        state.On is null ? "Default" : "Good");

    /// <summary>Numbers, as the days would be cut where the card is narrow.</summary>
    private static int NumberOf(DateOnly monday, List<UseWeek> weeks) => ((monday.DayNumber - weeks[0].Monday.DayNumber) / 7) + 1;

    private static string Weeks(List<UseWeek> weeks) =>
        weeks.Count == 0 ? "" : Text.Label_Weeks.With(Days.Short(weeks[0].Monday), Days.Short(weeks[^1].Monday), NumberOf(weeks[^1].Monday, weeks));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Figures in words.</summary>
internal static class UseWords
{
    /// <param name="workload">Its id; empty: any of the services.</param>
    public static string NameOf(string workload) => workload.Length == 0 ? Text.AnyService : Names.OfWorkload(workload);

    /// <summary>The same where there is little room, as beside a bar.</summary>
    public static string ShortOf(string workload) => Text.ResourceManager.Named($"Short_{(workload.Length == 0 ? "Any" : workload)}");

    public static string NameOf(UseMilestone milestone) => milestone.Percent is { } percent ? Text.Milestone_Percent.With(percent) : Text.Milestone_People.With(milestone.People);

    /// <summary>People, their share, and what changed since the last time.</summary>
    public static string Of(UseChange change) => change.Difference switch
    {
        null => Text.UseOf.With(change.Now.Active, change.Now.Licensed, change.Now.Percent),
        0 => Text.UseUnchanged.With(change.Now.Active, change.Now.Licensed, change.Now.Percent),
        var difference => Text.UseChanged.With(change.Now.Active, change.Now.Licensed, change.Now.Percent, difference.Value.ToString("+0;−0", CultureInfo.InvariantCulture)),
    };
}

/// <summary>The data of the template <c>Adoption/Use</c>.</summary>
internal sealed record UseModel(
    string Lang, UserText Organisation, string Title, string? AsOf, string? Notice, bool HasFigures, IReadOnlyList<UseFact> Services,
    IReadOnlyList<UseBar> Shares, bool HasLines, IReadOnlyList<UseLine> Lines, IReadOnlyList<MilestoneRow> Milestones, IReadOnlyList<string> Notes,
    string Engagement, UseLabels Labels);

internal sealed record UseFact(string Title, string Value);

internal sealed record UseBar(string Title, int Percent);

/// <param name="Weeks">The last of them in letters, for clients that draw no chart, and for narrow cards.</param>
internal sealed record UseLine(string Title, string Color, IReadOnlyList<UsePoint> Points, string Weeks);

/// <param name="Week">Counted from the first that is shown.</param>
internal sealed record UsePoint(int Week, int People);

internal sealed record MilestoneRow(string Mark, string Title, string State, string Color);

internal sealed record UseLabels(string Now, string Shares, string Weeks, string Milestones, string Refresh, string Adoption);
