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

    /// <summary>What the last eligibility check found out is filled in already.</summary>
    protected override async ValueTask<AssistanceState> StartAsync(
        DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var turn = dialogs.Turn;
        var check = await turn.Documents.ReadAsync(EligibilityCheck.Kind, turn.TenantId, turn.Sender.ObjectId, cancellationToken);
        return new AssistanceState
        {
            MayBePartner = roles.Has(turn.Sender, Role.Partner),
            Request = new AssistanceRequest
            {
                TenantId = turn.TenantId,
                Organisation = check?.OrganisationName,
                OrganisationType = check?.Organisation,
                Seats = check?.Seats,
                Source = check?.Source,
                SourceVersion = check?.SourceVersion,
            },
        };
    }

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
