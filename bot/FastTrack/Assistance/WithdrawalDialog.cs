using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>Asks once more before a prepared request goes away.</summary>
public sealed class WithdrawalDialog(Requests requests) : WaterfallDialog<WithdrawalState>(DialogId, RequestJson.Default.WithdrawalState)
{
    public const string DialogId = "withdrawal";

    public override string Title => Text.Withdrawal_Title;

    protected override ValueTask<WithdrawalState> StartAsync(
        DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new WithdrawalState(arguments[RequestChoice.Argument]));

    protected override IReadOnlyList<WaterfallStep<WithdrawalState>> StepsFor(WithdrawalState state, DialogContext dialogs) =>
        [new("confirm", _ => new Prompt { Question = Text.Ask_Withdraw, Explanation = Text.Explain_Withdraw, Fields = [], NextTitle = Text.Button_Withdraw }, (same, _) => same)];

    protected override async ValueTask<RawJson> CompleteAsync(DialogContext dialogs, WithdrawalState state, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(dialogs.Turn, state.RequestId, cancellationToken) is not { State: RequestState.Prepared } record)
        {
            return StartedCard.Fill(dialogs.Cards, Title, Text.NoRequest, []);
        }

        await requests.WithdrawAsync(dialogs.Turn, record, cancellationToken);
        return StartedCard.Fill(dialogs.Cards, Title, Text.AlreadyWithdrawn, []);
    }
}

public sealed record WithdrawalState(string RequestId);
