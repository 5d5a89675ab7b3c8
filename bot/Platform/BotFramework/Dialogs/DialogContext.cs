using FastTrackBot.Cards;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.Platform.BotFramework.Dialogs;

/// <summary>The dialogs of one person in one conversation, during one turn.</summary>
public sealed class DialogContext
{
    /// <summary>One name for every dialog's: one that comes in between takes over the card of the one that began it.</summary>
    private const string LiveCard = "dialog";

    private readonly DialogSet _dialogs;
    private readonly List<DialogInstance> _stack;

    private DialogContext(DialogSet dialogs, CardLibrary cards, TurnContext turn, ConversationState state)
    {
        _dialogs = dialogs;
        Cards = cards;
        Turn = turn;
        // An instance whose dialog no longer exists (a downgrade, a removed feature) cannot go on.
        _stack = [.. state.Stack.Where(instance => dialogs.Find(instance.Dialog) is not null)];
    }

    public TurnContext Turn { get; }

    public CardLibrary Cards { get; }

    public DialogInstance? Active => _stack.Count > 0 ? _stack[^1] : null;

    public Dialog? ActiveDialog => Active is { } instance ? _dialogs.Find(instance.Dialog) : null;

    public static async ValueTask<DialogContext> LoadAsync(
        DialogSet dialogs, CardLibrary cards, TurnContext turn, CancellationToken cancellationToken)
    {
        var state = await turn.Documents.ReadAsync(ConversationState.Kind, turn.TenantId, turn.PersonKey, cancellationToken);
        return new DialogContext(dialogs, cards, turn, state ?? ConversationState.Empty);
    }

    public ValueTask BeginAsync(string dialogId, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var dialog = _dialogs.Find(dialogId) ?? throw new InvalidOperationException($"There is no dialog '{dialogId}'.");
        return dialog.BeginAsync(this, arguments, cancellationToken);
    }

    public ValueTask ContinueAsync(DialogInput input, CancellationToken cancellationToken) =>
        ActiveDialog!.ContinueAsync(this, input, cancellationToken);

    public void Push(DialogInstance instance)
    {
        _stack.Add(instance);
        Save();
    }

    public void Replace(DialogInstance instance)
    {
        _stack[^1] = instance;
        Save();
    }

    /// <summary>The active dialog is over, and the one below it goes on.</summary>
    public async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        Pop();
        if (ActiveDialog is { } parent) await parent.ResumeAsync(this, cancellationToken);
    }

    /// <summary>
    /// Shows the live card of a dialog. Pressed on, it is replaced in place. After a typed message the new card goes below that message,
    /// where the person looks, and the old one shrinks to <paramref name="shrunk"/>: there is one live card at any time.
    /// </summary>
    /// <param name="shrunk">Called when there is an old card to shrink: most turns are presses, and have none.</param>
    public async ValueTask ShowAsync(RawJson card, string summary, Func<RawJson> shrunk, CancellationToken cancellationToken)
    {
        if (CanReplacePressed)
        {
            Turn.ReplacePressed(card, summary, forAll: false);
            return;
        }

        // The new card first: what is said counts more than tidying up, which may meet a message that is gone.
        Turn.Reply(card, summary, rememberAs: LiveCard);
        await Turn.UpdatePostedAsync(LiveCard, shrunk(), summary, cancellationToken);
    }

    /// <summary>Shows the last card of a dialog, which nobody will replace any more.</summary>
    public async ValueTask ShowLastAsync(RawJson card, string summary, Func<RawJson> shrunk, CancellationToken cancellationToken)
    {
        if (CanReplacePressed)
        {
            Turn.ReplacePressed(card, summary, forAll: true);
        }
        else
        {
            Turn.Reply(card, summary);
            await Turn.UpdatePostedAsync(LiveCard, shrunk(), summary, cancellationToken);
        }

        await Turn.ForgetPostedAsync(LiveCard, cancellationToken);
    }

    /// <summary>A press has one answer: when one dialog's last card took it, the dialog that goes on sends its card below.</summary>
    private bool CanReplacePressed => Turn.Activity.Type == ActivityTypes.Invoke && Turn.Response is null;

    private void Pop()
    {
        _stack.RemoveAt(_stack.Count - 1);
        Save();
    }

    private void Save()
    {
        if (_stack.Count > 0) Turn.Documents.Save(ConversationState.Kind, Turn.TenantId, Turn.PersonKey, new ConversationState([.. _stack]));
        else Turn.Documents.Delete(ConversationState.Kind, Turn.TenantId, Turn.PersonKey);
    }
}
