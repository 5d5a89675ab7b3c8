using System.Globalization;
using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Assessment;

/// <summary>How far an assessment is, and what it found: as many findings on a card as Teams takes, the most severe first.</summary>
public sealed class AssessmentCard(CardLibrary cards)
{
    /// <summary>Under which name the card of the last run is remembered.</summary>
    public const string PostedName = "assessment";

    private const int MostFindings = 8;

    /// <summary>Teams refuses a message of 28 KB; what stands around the card takes its share.</summary>
    private const int MostBytes = 24_000;

    private static readonly IReadOnlyList<Severity> Severities = [Severity.Blocker, Severity.Warning, Severity.Advice];

    /// <param name="hint">Null where all goes well.</param>
    public RawJson FillProgress(int done, int of, string? hint = null)
    {
        var model = new ProgressCardModel(
            Words.Language, Text.Title, Text.Running.With(done, of), hint ?? Text.RunningHint, new string('━', done), new string('─', of - done));
        return new RawJson(cards["Assessment/Progress"].Fill(model, AssessmentCardJson.Default.ProgressCardModel));
    }

    /// <param name="from">The first finding of the page. A card's word: anything is taken.</param>
    public RawJson Fill(TenantAssessment assessment, TenantAnswers answers, int from)
    {
        from = Math.Clamp(from, 0, Math.Max(0, assessment.Findings.Count - 1));
        for (var count = MostFindings; ; count--)
        {
            var json = cards["Assessment/Result"].Fill(Model(assessment, answers, from, count), AssessmentCardJson.Default.AssessmentCardModel);
            if (json.Length <= MostBytes || count == 1) return new RawJson(json);
        }
    }

    public static string Headline(TenantAssessment assessment) => assessment.Findings.Select(finding => finding.Severity).DefaultIfEmpty().Max() switch
    {
        Severity.Blocker => Text.Headline_Blocker,
        Severity.Warning => Text.Headline_Warning,
        Severity.Advice => Text.Headline_Advice,
        _ => Text.AllWell,
    };

    private static AssessmentCardModel Model(TenantAssessment assessment, TenantAnswers answers, int from, int count)
    {
        var (all, isFirst) = (assessment.Findings, from == 0);
        var rest = Math.Max(0, all.Count - from - count);
        return new AssessmentCardModel
        {
            Lang = Words.Language,
            Title = Text.Title,
            Headline = Headline(assessment),
            Style = StyleOf(all.Select(finding => finding.Severity).DefaultIfEmpty().Max()),
            MadeBy = Text.MadeBy.With(Moment(assessment.At), UserText.Escape(assessment.By.Name)),
            Counts = Counts(assessment),
            Changes = Changes(assessment),
            Gone = isFirst && assessment.Change is { Gone: { Count: > 0 } gone } ? Text.Gone.With(string.Join("; ", gone.Select(FindingWords.Title))) : null,
            Findings = [.. all.Skip(from).Take(count).Select((finding, at) => Row(finding, at, assessment.Change))],
            UnseenTitle = Text.Unseen,
            Unseen = isFirst ? [.. assessment.Checks.Where(check => check.State != CheckState.Done).Select(Unseen)] : [],
            Details = Text.Details,
            More = rest > 0 ? Text.More.With(rest) : null,
            First = isFirst ? null : Text.First,
            Next = from + count,
            Plan = all.Any(finding => finding.Severity >= Severity.Warning) ? Text.Button_Plan : null,
            Questions = Text.Button_Questions.With(Questions.Open(assessment, answers)),
            Again = Text.Again,
        };
    }

    private static IReadOnlyList<CountRow> Counts(TenantAssessment assessment)
    {
        var found = assessment.Findings.Select(finding => finding.CheckId).ToHashSet();
        var well = assessment.Checks.Count(check => check.State == CheckState.Done && !found.Contains(check.CheckId));
        return
        [
            .. Severities.Select(severity => new CountRow(FindingWords.Named($"Severity_{severity}"), $"{assessment.Findings.Count(finding => finding.Severity == severity)}")),
            new CountRow(Text.Severity_Ok, $"{well}"),
        ];
    }

    private static string Changes(TenantAssessment assessment) => assessment.Change is { } change
        ? Text.Changes.With(Moment(change.Since), change.New.Count, change.Gone.Count, assessment.Findings.Count - change.New.Count)
        : Text.FirstTime;

    private static FindingRow Row(Finding finding, int at, AssessmentChange? change) => new(
        $"{at}",
        finding.Severity switch { Severity.Blocker => "■", Severity.Warning => "▲", _ => "●" },
        FindingWords.Named($"Mark_{finding.Severity}"),
        finding.Severity switch { Severity.Blocker => "Attention", Severity.Warning => "Warning", _ => "Accent" },
        FindingWords.Title(finding),
        change?.New.Contains(finding.Id) == true ? Text.New : null,
        FindingWords.Evidence(finding),
        FindingWords.Examples(finding),
        Text.FixTitle,
        FindingWords.Fix(finding),
        $"[{Text.ReadMore}]({finding.ReadMore})");

    private static UnseenRow Unseen(CheckOutcome check) => new(
        FindingWords.Topic(check.CheckId),
        check.State == CheckState.NotPermitted ? Text.NotPermitted.With(check.Permission) : FindingWords.Named($"Trouble_{check.Trouble}"));

    private static string StyleOf(Severity worst) => worst switch { Severity.Blocker => "attention", Severity.Warning => "warning", _ => "good" };

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
