using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Adoption.Use;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Adoption;

/// <summary>Where adoption stands: the stage, what makes it complete, and each service with its tasks.</summary>
internal sealed class AdoptionCard(CardLibrary cards)
{
    /// <summary>In place of a service: what is done once for all of them.</summary>
    public const string Once = "once";

    /// <param name="rights">What the person may do; where several look at the card, none.</param>
    public RawJson Fill(Engagement engagement, Adopted now, IReadOnlySet<Right> rights, string? notice = null)
    {
        var plan = now.Plan;
        var stages = Enum.GetValues<AdoptionStage>();
        var mayLead = rights.Contains(Right.Advance) && !engagement.IsClosed;
        var title = Text.StageOf.With(Names.Of(plan.Stage), (int)plan.Stage + 1, stages.Length);
        var model = new AdoptionModel(
            Words.Language, engagement.Organisation, title, notice,
            string.Join("  ", stages.Select(stage => stage < plan.Stage ? "●" : stage == plan.Stage ? "◉" : "○")),
            Text.ResourceManager.Named($"Purpose_{plan.Stage}"),
            Text.ResourceManager.Named($"Step_{plan.Stage}"),
            StageTasks(plan),
            plan.Goals is { } goals ? new UserText(goals) : default(UserText?), plan.Goals ?? "",
            [Row(now, null), .. engagement.Workloads.Distinct().Select(workload => Row(now, workload))],
            engagement.Id, plan.Stage.ToString(), mayLead,
            mayLead && AdoptionRules.Next(plan.Stage) is { } next ? Text.Button_Next.With(Names.Of(next)) : null,
            mayLead && AdoptionRules.Before(plan.Stage) is { } before ? Text.Button_Before.With(Names.Of(before)) : null,
            new AdoptionLabels(Text.Title, Text.Label_Goals, Text.Hint_Goals, Text.Button_Goals, Text.Button_SaveGoals, Text.Button_Refresh, Text.Tasks, Text.Button_Use, Text.Button_Tip, Text.Button_Review));
        return new RawJson(cards["Adoption/Adoption"].Fill(model, AdoptionJson.Default.AdoptionModel));
    }

    private static string StageTasks(AdoptionPlan plan)
    {
        var (done, all) = AdoptionRules.Progress(plan, plan.Stage);
        return Text.StageTasks.With(done, all);
    }

    private static AdoptionRow Row(Adopted now, string? workload)
    {
        var (done, all) = AdoptionRules.Progress(now.Plan, workload);
        return new AdoptionRow(
            workload ?? Once, workload is null ? Text.Once : Names.OfWorkload(workload), Text.DoneOf.With(done, all), done == all ? "Good" : "Default",
            now.Use.Last?.Of(workload ?? "") is { Licensed: > 0 } use ? Text.UsedBy.With(use.Percent) : null);
    }
}

/// <summary>Adoption, with how many people use the services.</summary>
internal sealed record Adopted(AdoptionPlan Plan, UseSeries Use);

/// <summary>The data of the template <c>Adoption/Adoption</c>.</summary>
/// <param name="Track">The stages as dots: behind, here, ahead.</param>
/// <param name="Step">How the stage is gone about.</param>
/// <param name="GoalsValue">The same as the input has it.</param>
internal sealed record AdoptionModel(
    string Lang, UserText Organisation, string Title, string? Notice, string Track, string Purpose, string Step, string Progress,
    UserText? Goals, string GoalsValue, IReadOnlyList<AdoptionRow> Rows, string Engagement, string Stage, bool MayLead, string? Next, string? Before, AdoptionLabels Labels);

internal sealed record AdoptionRow(string Id, string Title, string Progress, string Color, string? Use);

internal sealed record AdoptionLabels(string Heading, string Goals, string GoalsHint, string SetGoals, string SaveGoals, string Refresh, string Tasks, string Use, string Tip, string Review);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AdoptionModel))]
[JsonSerializable(typeof(TaskListModel))]
[JsonSerializable(typeof(TaskModel))]
internal sealed partial class AdoptionJson : JsonSerializerContext;
