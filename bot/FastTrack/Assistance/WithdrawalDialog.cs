using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>Asks once more before a prepared request goes away.</summary>
public sealed class WithdrawalDialog(Requests requests) : WaterfallDialog<WithdrawalState>(DialogId, () => RequestJson.Default.WithdrawalState)
{
    public const string DialogId = "withdrawal";

    public override string Title => Text.Withdrawal_Title;

    protected override async ValueTask<WithdrawalState> StartAsync(
        DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken) =>
        new((await requests.FindAsync(dialogs.Turn, arguments[RequestChoice.Argument], cancellationToken))!);

    protected override IReadOnlyList<WaterfallStep<WithdrawalState>> StepsFor(WithdrawalState state, DialogContext dialogs) =>
        [new("confirm", Ask, (same, _) => same)];

    protected override async ValueTask<RawJson> CompleteAsync(DialogContext dialogs, WithdrawalState state, CancellationToken cancellationToken)
    {
        var record = await requests.FindAsync(dialogs.Turn, state.Record.Id, cancellationToken);
        if (record is not { State: RequestState.Prepared })
        {
            return StartedCard.Fill(dialogs.Cards, Title, RequestChoice.WhyNot(record), []);
        }

        await requests.WithdrawAsync(dialogs.Turn, record, cancellationToken);
        return StartedCard.Fill(dialogs.Cards, Title, Text.AlreadyWithdrawn, []);
    }

    private static Prompt Ask(WithdrawalState state) => new()
    {
        Question = Text.Ask_Withdraw,
        Explanation = Text.Explain_Withdraw,
        Facts = RequestFacts.Short(state.Record),
        Fields = [],
        NextTitle = Text.Button_Withdraw,
    };
}

/// <param name="Record">The request as it was when the question was asked.</param>
public sealed record WithdrawalState(RequestRecord Record);
