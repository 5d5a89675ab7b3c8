using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Lifecycle;

/// <summary>Where an engagement stands among its phases: what this one is for, what stands open, who does what, and the way on.</summary>
public sealed class PhaseCard(CardLibrary cards)
{
    /// <summary>For a card that several people look at: it shows nobody's own buttons.</summary>
    internal static readonly IReadOnlySet<Right> NoRights = new HashSet<Right>();

    /// <param name="rights">What the person who sees the card may do.</param>
    /// <param name="isShared">Several people look at it: then each one's client asks for their own card.</param>
    /// <param name="notice">What has just happened, or why nothing has.</param>
    public RawJson Fill(
        Engagement engagement, IReadOnlyList<ExitCondition> conditions, IReadOnlySet<Right> rights, bool isShared, string? notice = null)
    {
        var phase = Phases.Of(engagement.Phase);
        var open = conditions.Count(condition => !condition.Holds);
        var position = engagement.Path.ToList().IndexOf(engagement.Phase) + 1;
        var model = new PhaseCardModel(
            Words.Language,
            isShared,
            engagement.Organisation,
            Text.PhaseTitle.With(Names.Of(engagement.Phase), position, engagement.Path.Count),
            notice,
            [.. Steps(phase.Step)],
            Wording.Purpose(engagement.Phase),
            engagement.IsClosed ? Text.ClosedOn.With(Days.Moment(engagement.ClosedAt!.Value)) : open == 0 ? Text.NothingOpen : Text.SomethingOpen.With(open),
            open == 0 ? "Accent" : "Attention",
            engagement.MissedCheckpoints > 0 ? Text.CheckpointsMissed.With(engagement.MissedCheckpoints)
                : engagement.NextCheckpoint is { } next ? Text.NextCheckpoint.With(Days.Moment(next, engagement.TimeZone)) : null,
            engagement.MissedCheckpoints > 0 ? "Attention" : "Default",
            [.. conditions.Select(condition => new ConditionRow(condition.Holds ? "✓" : "○", condition.Holds ? "Good" : "Attention", Wording.Exit(condition.Id), condition.Open))],
            [new DutyList("microsoft", Text.MicrosoftDoes, [.. phase.Microsoft.Ids.Select(Wording.Microsoft)]), new DutyList("customer", Text.CustomerDoes, [.. phase.Customer.Ids.Select(Wording.Customer)])],
            engagement.Id,
            engagement.Phase.ToString(),
            ButtonsFor(engagement, open, rights),
            open == 0 ? "advance" : conditions.Any(condition => !condition.Holds && condition.Id != RequiredItemsDone.Id) ? "guide" : "checklist");
        return new RawJson(cards["Lifecycle/Phase"].Fill(model, PhaseCardJson.Default.PhaseCardModel));
    }

    private static PhaseButtons ButtonsFor(Engagement engagement, int open, IReadOnlySet<Right> rights)
    {
        var next = engagement.IsClosed ? null : PhaseRules.Next(engagement);
        var before = engagement.IsClosed ? null : PhaseRules.Before(engagement);
        var force = next is { } despite && open > 0 && rights.Contains(Right.Override) ? Text.Button_Force.With(Names.Of(despite)) : null;
        var back = before is { } earlier && rights.Contains(Right.Advance) ? Text.Button_Return.With(Names.Of(earlier)) : null;
        var close = rights.Contains(Right.Close) && !engagement.IsClosed ? Text.Button_Close : null;
        var reopen = rights.Contains(Right.Close) && engagement.IsClosed ? Text.Button_Reopen : null;
        return new PhaseButtons(
            next is { } on && open == 0 && rights.Contains(Right.Advance) ? Text.Button_Advance.With(Names.Of(on)) : null,
            force, back, close, reopen,
            OtherWays((force, Text.Way_Force), (back, Text.Way_Return), (close, Text.Way_Close), (reopen, Text.Way_Reopen)),
            GuideFor(engagement.Phase), Text.Button_Checklist, Text.Button_Duties, Text.Button_History, Text.Button_Checkpoints,
            rights.Contains(Right.Tag) ? Text.Button_Tags : null, Text.Label_Why, Text.Hint_Why);
    }

    /// <summary>The button that opens what takes a reason names what that is.</summary>
    private static string? OtherWays(params ReadOnlySpan<(string? Button, string Word)> ways)
    {
        List<string> open = [];
        foreach (var (button, word) in ways)
        {
            if (button is not null) open.Add(word);
        }

        return open.Count == 0 ? null : Text.Button_OtherWays.With(string.Join(Text.Comma, open));
    }

    private static GuideButton? GuideFor(Phase phase) => phase switch
    {
        Phase.Assignment or Phase.Initiate => new GuideButton(Text.Button_Team, "team"),
        Phase.Assess => new GuideButton(Text.Button_Assess, "assess"),
        Phase.Remediate => new GuideButton(Text.Button_Remediation, "remediation"),
        Phase.Enable or Phase.Migrate => new GuideButton(Text.Button_Enable, "enable"),
        _ => null,
    };

    /// <summary>The four steps as customers know them.</summary>
    private static IEnumerable<StepMark> Steps(int now)
    {
        for (var step = 1; step <= Phases.Steps.Ids.Count; step++)
        {
            yield return new StepMark(Wording.Step(step), step < now ? "Good" : step == now ? "Accent" : "Default", step == now ? "Bolder" : "Default", step < now ? "✓" : step == now ? "●" : "○");
        }
    }
}

/// <summary>The data of the template <c>Lifecycle/Phase</c>.</summary>
/// <param name="Main">The button that leads on: <c>advance</c>, <c>guide</c> or <c>checklist</c>.</param>
internal sealed record PhaseCardModel(
    string Lang, bool IsShared, UserText Organisation, string Title, string? Notice, IReadOnlyList<StepMark> Steps, string Purpose, string Open, string OpenColor, string? Checkpoint, string CheckpointColor,
    IReadOnlyList<ConditionRow> Conditions, IReadOnlyList<DutyList> Duties, string Engagement, string Phase, PhaseButtons Buttons, string Main);

internal sealed record StepMark(string Title, string Color, string Weight, string Mark);

internal sealed record ConditionRow(string Mark, string Color, string Title, string? Detail);

internal sealed record DutyList(string Id, string Title, IReadOnlyList<string> Items);

internal sealed record PhaseButtons(
    string? Advance, string? Force, string? Return, string? Close, string? Reopen, string? OtherWays, GuideButton? Guide,
    string Checklist, string Duties, string History, string Checkpoints, string? Tags, string Why, string WhyHint);

/// <summary>The command that helps most in a phase.</summary>
internal sealed record GuideButton(string Title, string Command);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PhaseCardModel))]
internal sealed partial class PhaseCardJson : JsonSerializerContext;
