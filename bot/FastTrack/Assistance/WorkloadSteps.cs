using System.Globalization;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Turns;
using static FastTrackBot.FastTrack.Assistance.StepTools;
using Result = FastTrackBot.Platform.BotFramework.Dialogs.StepResult<FastTrackBot.FastTrack.Assistance.AssistanceState>;
using Step = FastTrackBot.Platform.BotFramework.Dialogs.WaterfallStep<FastTrackBot.FastTrack.Assistance.AssistanceState>;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>Which services the request is about, and for each one: how far the organisation is, why now, by when, and who answers for it.</summary>
internal sealed class WorkloadSteps(Requests requests, TurnContext turn)
{
    public IEnumerable<Step> For(AssistanceState state) =>
        [Which(), .. state.Request.Workloads.Select(plan => Plan(plan.WorkloadId))];

    private Step Which() => new("workloads",
        state => new Prompt
        {
            Question = Text.Ask_Workloads,
            Explanation = Text.Explain_Workloads,
            Example = $"{Names.OfWorkload("teams")}, {Names.OfWorkload("exchangeOnline")}",
            Fields =
            [
                new Field("workloads", FieldKind.MultipleChoice, Text.Label_Workloads)
                {
                    Value = string.Join(',', state.Request.Workloads.Select(plan => plan.WorkloadId)),
                    Choices = [.. Workloads.Offered.Select(workload => new Choice(workload.Id, Names.Of(workload)))],
                },
            ],
        },
        async (state, answer, cancellationToken) =>
        {
            var ids = answer.Several("workloads").Distinct(StringComparer.Ordinal).ToList();
            if (ids.Count == 0) return Refuse(state, Problem.Required);
            if (ids.Any(id => !AssistanceRules.MayBeAskedFor(id))) return StepResult.NoSuchChoice(state, Names.OfWorkload("teams"));
            return await requests.FindOpenAsync(turn, state.Request, ids, cancellationToken) is { } taken
                ? new Result(state, SayTaken(taken))
                : state.With(request => request with
                {
                    Workloads = [.. ids.Select(id => request.Workloads.FirstOrDefault(plan => plan.WorkloadId == id) ?? new WorkloadPlan(id))],
                });
        });

    private Step Plan(string workloadId) => new($"plan.{workloadId}",
        state => new Prompt
        {
            Question = Text.Ask_Plan.With(Names.OfWorkload(workloadId)),
            Explanation = Text.Explain_Plan,
            Example = Text.Example_Plan,
            Fields = PlanFields(PlanOf(state, workloadId), Previous(state, workloadId)),
        },
        (state, answer) => AcceptPlan(state, workloadId, answer));

    /// <summary>Most services of a request share their plan: the one before fills the next in, to be changed where it differs.</summary>
    private static IReadOnlyList<Field> PlanFields(WorkloadPlan plan, WorkloadPlan? before) =>
    [
        Choice("intent", Text.Field_WorkloadIntent, (plan.Intent ?? before?.Intent ?? Intent.Decided).ToString(),
            Enum.GetValues<Intent>().Select(intent => new Choice(intent.ToString(), Wording.Of(intent, Culture)))),
        Choice("reason", Text.Field_WorkloadReason, plan.BusinessReason ?? before?.BusinessReason ?? BusinessReasons.Default[0].Id,
            BusinessReasons.Default.Select(reason => new Choice(reason.Id, Wording.Of(reason, Culture)))) with { Kind = FieldKind.LongChoice },
        new Field("date", FieldKind.Date, Text.Field_WorkloadDate) { Value = Date(plan.Date ?? before?.Date), IsRequired = false },
        new Field("owner", FieldKind.Text, Text.Field_WorkloadOwner) { Value = plan.SuccessOwner ?? before?.SuccessOwner, IsRequired = false },
    ];

    private Result AcceptPlan(AssistanceState state, string workloadId, Answer answer)
    {
        if (!Enum.GetNames<Intent>().Contains(answer["intent"])) return StepResult.NoSuchChoice(state, Wording.Of(Intent.Decided, Culture));
        if (BusinessReasons.Default.All(reason => reason.Id != answer["reason"])) return StepResult.NoSuchChoice(state, Wording.Of(BusinessReasons.Default[0], Culture));
        var today = Today(turn);
        var date = OptionalDate(answer["date"], today);
        if (!date.Ok) return Refuse(state, date.Problem, Text.Field_WorkloadDate);
        var owner = Optional(answer["owner"], FreeText.Name);
        if (!owner.Ok) return Refuse(state, owner.Problem, Text.Field_WorkloadOwner);

        var plan = new WorkloadPlan(workloadId, date.Value, Enum.Parse<Intent>(answer["intent"]), answer["reason"], owner.Value);
        var missing = AssistanceRules.Missing(new AssistanceRequest { Workloads = [plan] }).FirstOrDefault(field => field.WorkloadId is not null);
        return missing is null
            ? state.With(request => request with { Workloads = [.. request.Workloads.Select(other => other.WorkloadId == workloadId ? plan : other)] })
            : Refuse(state, Problem.Required, Wording.Of(missing.Field, Culture));
    }

    private static WorkloadPlan PlanOf(AssistanceState state, string workloadId) =>
        state.Request.Workloads.First(plan => plan.WorkloadId == workloadId);

    private static WorkloadPlan? Previous(AssistanceState state, string workloadId) =>
        state.Request.Workloads.TakeWhile(plan => plan.WorkloadId != workloadId).LastOrDefault();
}
