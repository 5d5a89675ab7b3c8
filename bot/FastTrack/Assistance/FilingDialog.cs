using System.Globalization;
using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;
using static FastTrackBot.FastTrack.Assistance.StepTools;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>Confirms that a request was filed, when and under which reference; the engagement begins, in the phase Validation.</summary>
public sealed class FilingDialog(Requests requests) : WaterfallDialog<FilingState>(DialogId, () => RequestJson.Default.FilingState)
{
    public const string DialogId = "filing";

    public override string Title => Text.Filing_Title;

    protected override async ValueTask<FilingState> StartAsync(
        DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken) =>
        new((await requests.FindAsync(dialogs.Turn, arguments[RequestChoice.Argument], cancellationToken))!);

    protected override IReadOnlyList<WaterfallStep<FilingState>> StepsFor(FilingState state, DialogContext dialogs)
    {
        var today = Today(dialogs.Turn);
        return
        [
            new WaterfallStep<FilingState>("filed", filing => Ask(filing, today), (filing, answer) => Accept(filing, answer, today)),
        ];
    }

    protected override async ValueTask<RawJson> CompleteAsync(DialogContext dialogs, FilingState state, CancellationToken cancellationToken)
    {
        var turn = dialogs.Turn;
        var record = await requests.FindAsync(turn, state.Record.Id, cancellationToken);
        if (record is not { State: RequestState.Prepared })
        {
            // Filed or withdrawn by someone else while this card was open.
            return StartedCard.Fill(dialogs.Cards, Title, RequestChoice.WhyNot(record), []);
        }

        var filed = record with { State = RequestState.Filed, Request = record.Request with { Confirmation = state.Confirmation } };
        requests.Save(turn, filed);
        var engagement = Begin(filed, turn.Clock.GetUtcNow(), Today(turn));
        EngagementDocument.Save(turn.Documents, turn.TenantId, engagement,
            new EngagementEvent(EventKind.Started, turn.Person(), engagement.StartedAt, To: engagement.Phase.ToString()));
        return StartedCard.Fill(dialogs.Cards, Text.Started_Title, Text.Started_Text,
        [
            new Fact(Text.Field_Organisation, engagement.Organisation),
            new Fact(Text.Label_Reference, engagement.Reference),
            new Fact(Text.Label_FiledOn, Day(state.Confirmation!.FiledOn)),
        ], Text.Button_Checklist);
    }

    private static StepResult<FilingState> Accept(FilingState state, Answer answer, DateOnly today)
    {
        var date = Confirmation.ParseFiledOn(answer["date"], today, CultureInfo.CurrentCulture);
        if (!date.Ok) return new StepResult<FilingState>(state, Say(date.Problem!.Value, Text.Label_FiledOn));
        var reference = Confirmation.ParseReference(answer["reference"]);
        return reference.Ok
            ? state with { Confirmation = new Confirmation(date.Value, reference.Value!) }
            : new StepResult<FilingState>(state, Say(reference.Problem!.Value, Text.Label_Reference));
    }

    private static Prompt Ask(FilingState state, DateOnly today) => new()
    {
        Question = Text.Ask_Filed,
        Explanation = Text.Explain_Filed,
        Example = $"{Date(today)}; FT-2027-00123",
        Facts = RequestFacts.Short(state.Record),
        Fields =
        [
            new Field("date", FieldKind.Date, Text.Label_FiledOn) { Value = Date(state.Confirmation?.FiledOn ?? today) },
            new Field("reference", FieldKind.Text, Text.Label_Reference) { Value = state.Confirmation?.Reference, Placeholder = "FT-2027-00123" },
        ],
        NextTitle = Text.Button_Start,
    };

    private static Engagement Begin(RequestRecord record, DateTimeOffset now, DateOnly today)
    {
        var request = record.Request;
        string[] workloads = [.. request.Workloads.Select(plan => plan.WorkloadId)];
        // The customer asked: the way of a request, with the migration where there is something to move.
        var path = Phases.FindMotion(Motions.Request)!.PathFor(migrates: request.Source is not null);
        return new Engagement(
            Guid.NewGuid().ToString("N"), request.Organisation ?? "", request.Domain ?? "", path[0], workloads,
            record.RequestedBy, record.Id, request.Confirmation!.Reference, now, Checklists.For(path[0], workloads, today))
        {
            Path = path,
            PhaseSince = now,
            Seats = request.Seats,
            TimeZone = request.TimeZone,
            Country = request.Country,
            IsElsewhere = request.Customer is not null,
        };
    }
}

/// <summary>The answers of the filing dialog.</summary>
/// <param name="Record">The request as it was when the question was asked.</param>
public sealed record FilingState(RequestRecord Record, Confirmation? Confirmation = null);

internal static class StartedCard
{
    public static RawJson Fill(CardLibrary cards, string title, string text, IReadOnlyList<Fact> facts, string? button = null) =>
        new(cards["Assistance/Started"].Fill(
            new StartedCardModel(Platform.Words.Language, title, text, facts, button ?? Text.Button_Status), RequestJson.Default.StartedCardModel));
}

/// <summary>The data of the template <c>Assistance/Started</c>.</summary>
internal sealed record StartedCardModel(string Lang, string Title, string Text, IReadOnlyList<Fact> Facts, string Status);
