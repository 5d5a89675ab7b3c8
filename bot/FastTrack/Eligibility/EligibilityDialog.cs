using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Eligibility;

/// <summary>Finds out, question by question, what the organisation can expect of FastTrack.</summary>
public sealed class EligibilityDialog(LicenceReader reader, Roles roles)
    : WaterfallDialog<EligibilityState>(DialogId, () => EligibilityDialogJson.Default.EligibilityState)
{
    public const string DialogId = "eligibility";

    private readonly EligibilitySteps _steps = new(reader);

    public override string Title => Text.Title;

    protected override IReadOnlyList<WaterfallStep<EligibilityState>> StepsFor(EligibilityState state, DialogContext dialogs) => _steps.For(state);

    /// <summary>Licences tell what an organisation pays for: only its admins have them read.</summary>
    protected override ValueTask<EligibilityState> StartAsync(
        DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new EligibilityState { MayReadTenant = roles.Has(dialogs.Turn.Sender, Role.Admin) });

    protected override async ValueTask<RawJson> CompleteAsync(DialogContext dialogs, EligibilityState state, CancellationToken cancellationToken)
    {
        var turn = dialogs.Turn;
        var licences = state.Licences is { } read
            ? LicencePicture.From(read.Purchased, read.Subscriptions, LicencePlans.Default)
            : LicencePicture.FromStated(state.Seats ?? 0);
        var source = state.Source is { } system ? SourceEnvironments.Check(system, state.SourceVersion) : null;
        var organisation = state.Organisation ?? OrganisationType.Commercial;
        var result = EligibilityRules.Default.Assess(new EligibilityQuestion(licences, organisation, state.WantsMigration ?? false, source));

        var check = new EligibilityCheck(
            turn.Clock.GetUtcNow(), state.Licences?.Organisation, organisation, licences.Seats.Sum, state.Source, state.SourceVersion,
            result.Of(Benefit.Specialist)?.Verdict);
        await turn.Documents.ReadAsync(EligibilityCheck.Kind, turn.TenantId, turn.Sender.ObjectId, cancellationToken);
        turn.Documents.Save(EligibilityCheck.Kind, turn.TenantId, turn.Sender.ObjectId, check);
        return EligibilityCard.Fill(dialogs.Cards, result, licences, state.Licences?.Organisation);
    }
}
