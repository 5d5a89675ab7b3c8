using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Turns;
using static FastTrackBot.FastTrack.Assistance.StepTools;
using Step = FastTrackBot.Platform.BotFramework.Dialogs.WaterfallStep<FastTrackBot.FastTrack.Assistance.AssistanceState>;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>The last questions: which way the request goes, what else is to be said, and is it all right.</summary>
internal sealed class ReviewSteps(Requests requests, TurnContext turn)
{
    public static Step Route() => new("route",
        state => new Prompt
        {
            Question = Text.Ask_Route,
            Explanation = Text.Explain_Route,
            Example = Wording.Of(RoutesFor(state)[0], Culture),
            Fields =
            [
                Choice("route", Text.Field_Route, (state.Request.Route is { } route && RoutesFor(state).Contains(route) ? route : RoutesFor(state)[0]).ToString(),
                    RoutesFor(state).Select(kind => new Choice(kind.ToString(), Wording.Of(kind, Culture)))),
                new Field("notes", FieldKind.LongText, Text.Label_Notes) { Value = state.Request.Notes, IsRequired = false, Placeholder = Text.Placeholder_Notes },
            ],
        },
        (state, answer) =>
        {
            var kinds = RoutesFor(state).Where(kind => kind.ToString() == answer["route"]).ToList();
            if (kinds.Count == 0) return StepResult.NoSuchChoice(state, Wording.Of(RoutesFor(state)[0], Culture));
            var notes = Optional(answer["notes"], FreeText.Notes);
            return notes.Ok
                ? state.With(request => request with { Route = kinds[0], Notes = notes.Value })
                : Refuse(state, notes.Problem, Text.Label_Notes);
        });

    public Step Review() => new("review",
        state => new Prompt
        {
            Question = Text.Ask_Review,
            Explanation = Text.Explain_Review,
            Facts = RequestFacts.Of(state.Final),
            Fields = [],
            NextTitle = Text.Button_Prepare,
        },
        async (state, _, cancellationToken) =>
        {
            if (AssistanceRules.Missing(state.Request) is [var first, ..])
                return new StepResult<AssistanceState>(state, Text.Problem_Missing.With(Wording.Of(first.Field, Culture)));
            // Somebody may have been faster while this request was being put together.
            var taken = await requests.FindOpenAsync(turn, state.Request, state.Request.Workloads.Select(plan => plan.WorkloadId), cancellationToken);
            return taken is null ? state : new StepResult<AssistanceState>(state, SayTaken(taken.Value));
        });

    /// <summary>A partner files for the customer on its own path; nobody else can.</summary>
    private static IReadOnlyList<RouteKind> RoutesFor(AssistanceState state) =>
        state.Request.Customer is null ? [RouteKind.AdminCentre, RouteKind.FastTrackSite] : [RouteKind.Partner];
}
