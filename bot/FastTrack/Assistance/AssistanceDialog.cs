using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>Puts a request for assistance together, step by step. Filing it is a person's act: FastTrack has no public interface for it.</summary>
public sealed class AssistanceDialog(Requests requests, CustomerBook customers, Roles roles)
    : WaterfallDialog<AssistanceState>(DialogId, () => RequestJson.Default.AssistanceState)
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
            new ReviewSteps(requests, dialogs.Turn).Review(),
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

    protected override ValueTask<RawJson> CompleteAsync(DialogContext dialogs, AssistanceState state, CancellationToken cancellationToken)
    {
        var turn = dialogs.Turn;
        var record = new RequestRecord(
            Guid.NewGuid().ToString("N"), state.Final, RequestState.Prepared,
            turn.Person(), turn.Clock.GetUtcNow());
        requests.Open(turn, record);
        return ValueTask.FromResult(PreparedCard.Fill(dialogs.Cards, record));
    }
}
