using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>Puts a request for assistance together, step by step. Filing it is a person's act: FastTrack has no public interface for it.</summary>
public sealed class AssistanceDialog(Requests requests, CustomerBook customers, Roles roles)
    : WaterfallDialog<AssistanceState>(DialogId, RequestJson.Default.AssistanceState)
{
    public const string DialogId = "assistance";

    private readonly CustomerSteps _customerSteps = new(customers);

    public override string Title => Text.Title;

    protected override IReadOnlyList<WaterfallStep<AssistanceState>> StepsFor(AssistanceState state, DialogContext dialogs)
    {
        var organisation = new OrganisationSteps(dialogs.Turn);
        return
        [
            .. state.Unchecked ? [OrganisationSteps.Check()] : Array.Empty<WaterfallStep<AssistanceState>>(),
            .. _customerSteps.For(state),
            OrganisationSteps.Organisation(),
            organisation.Contact(),
            .. new WorkloadSteps(requests, dialogs.Turn).For(state),
            .. SourceSteps.For(state),
            organisation.Language(),
            organisation.Place(),
            ReviewSteps.Route(),
            ReviewSteps.Review(),
        ];
    }

    protected override async ValueTask<AssistanceState> StartAsync(
        DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var turn = dialogs.Turn;
        var state = new AssistanceState
        {
            MayBePartner = roles.Has(turn.Sender, Role.Partner),
            Request = new AssistanceRequest { TenantId = turn.TenantId },
        };
        var check = await LastCheckAsync(dialogs, cancellationToken);
        return check is null ? state with { Unchecked = true } : FilledIn(state, check);
    }

    /// <summary>The check that was offered first has ended, with a result or without.</summary>
    protected override async ValueTask<AssistanceState> ResumeAsync(DialogContext dialogs, AssistanceState state, CancellationToken cancellationToken) =>
        await LastCheckAsync(dialogs, cancellationToken) is { } check ? FilledIn(state, check) : state;

    private static ValueTask<EligibilityCheck?> LastCheckAsync(DialogContext dialogs, CancellationToken cancellationToken) =>
        dialogs.Turn.Documents.ReadAsync(EligibilityCheck.Kind, dialogs.Turn.TenantId, dialogs.Turn.Sender.ObjectId, cancellationToken);

    private static AssistanceState FilledIn(AssistanceState state, EligibilityCheck check) => state.With(request => request with
    {
        Organisation = request.Organisation ?? check.OrganisationName,
        OrganisationType = check.Organisation,
        Seats = check.Seats,
        Source = request.Source ?? check.Source,
        SourceVersion = request.SourceVersion ?? check.SourceVersion,
    });

    protected override async ValueTask<RawJson> CompleteAsync(DialogContext dialogs, AssistanceState state, CancellationToken cancellationToken)
    {
        var turn = dialogs.Turn;
        // The seats of one's own tenant say nothing about a customer's.
        var request = state.Request.Customer is null ? state.Request : state.Request with { Seats = null, OrganisationType = null };
        var workloads = request.Workloads.Select(plan => plan.WorkloadId);
        if (await requests.FindOpenAsync(turn, request, workloads, cancellationToken) is { } taken)
        {
            // Somebody was faster while this request was being put together: that one counts.
            return PreparedCard.Fill(dialogs.Cards, taken.Record, Text.Notice_Faster);
        }

        var record = new RequestRecord(
            Guid.NewGuid().ToString("N"), request, RequestState.Prepared,
            new Person(turn.Sender.ObjectId, turn.Sender.Name ?? turn.Sender.ObjectId), turn.Clock.GetUtcNow());
        requests.Open(turn, record);
        return PreparedCard.Fill(dialogs.Cards, record, notice: null);
    }
}
