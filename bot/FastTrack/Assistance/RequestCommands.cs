using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform.BotFramework.Dialogs;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>Begins a request. For admins, and for partners on behalf of customers: it speaks for a whole organisation.</summary>
public sealed class RequestCommand(Roles roles, Notice notice) : Command("request", Text.ResourceManager, nameof(Text.PhrasesRequest))
{
    public override bool BeginsDialog => true;

    public override ValueTask RunAsync(DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var sender = dialogs.Turn.Sender;
        if (roles.Has(sender, Role.Admin) || roles.Has(sender, Role.Partner)) return dialogs.BeginAsync(AssistanceDialog.DialogId, arguments, cancellationToken);
        notice.Show(dialogs.Turn, Text.Title, Text.AdminsOnly);
        return ValueTask.CompletedTask;
    }
}

/// <summary>Begins the confirmation that a request was filed.</summary>
public sealed class FiledCommand(Requests requests, Notice notice) : Command("filed", Text.ResourceManager, nameof(Text.PhrasesFiled))
{
    public override bool BeginsDialog => true;

    public override ValueTask RunAsync(DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken) =>
        RequestChoice.BeginAsync(dialogs, requests, notice, FilingDialog.DialogId, arguments, cancellationToken);
}

/// <summary>Begins the withdrawal of a request that was not filed.</summary>
public sealed class WithdrawCommand(Requests requests, Notice notice) : Command("withdraw", Text.ResourceManager, nameof(Text.PhrasesWithdraw))
{
    public override bool BeginsDialog => true;

    public override ValueTask RunAsync(DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken) =>
        RequestChoice.BeginAsync(dialogs, requests, notice, WithdrawalDialog.DialogId, arguments, cancellationToken);
}

/// <summary>Which request a command is about: the one that its button names, or the newest that waits to be filed.</summary>
internal static class RequestChoice
{
    public const string Argument = "request";

    public static async ValueTask BeginAsync(
        DialogContext dialogs, Requests requests, Notice notice, string dialog,
        IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var record = arguments.TryGetValue(Argument, out var id)
            ? await requests.FindAsync(dialogs.Turn, id, cancellationToken)
            : await requests.ListPreparedAsync(dialogs.Turn, cancellationToken) is [var newest, ..] ? newest : null;
        if (record is { State: RequestState.Prepared })
        {
            await dialogs.BeginAsync(dialog, new Dictionary<string, string> { [Argument] = record.Id }, cancellationToken);
            return;
        }

        notice.Show(dialogs.Turn, Text.Title, WhyNot(record));
    }

    /// <summary>Why nothing can be done with a request that is not, or no longer, waiting to be filed.</summary>
    public static string WhyNot(RequestRecord? record) => record?.State switch
    {
        RequestState.Filed => Text.AlreadyFiled,
        RequestState.Withdrawn => Text.AlreadyWithdrawn,
        _ => Text.NoRequest,
    };
}
