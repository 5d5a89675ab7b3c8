namespace FastTrackBot.Platform.BotFramework.Dialogs;

/// <summary>A conversation about one thing, over many turns.</summary>
public abstract class Dialog(string id)
{
    public string Id { get; } = id;

    /// <summary>What people call it, in the language of the turn.</summary>
    public abstract string Title { get; }

    /// <param name="arguments">What it is about, checked by whoever begins it.</param>
    public abstract ValueTask BeginAsync(DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken);

    public abstract ValueTask ContinueAsync(DialogContext dialogs, DialogInput input, CancellationToken cancellationToken);

    /// <summary>Shows again what it waits for, with a word on why.</summary>
    public abstract ValueTask RepromptAsync(DialogContext dialogs, string? notice, CancellationToken cancellationToken);

    /// <summary>What it waits for is a text of several sentences, in which a question may stand, too.</summary>
    public virtual bool TakesProse(DialogContext dialogs) => false;

    /// <summary>A dialog that this one began has ended.</summary>
    public abstract ValueTask ResumeAsync(DialogContext dialogs, CancellationToken cancellationToken);
}

/// <summary>Every dialog that the bot knows, by id.</summary>
public sealed class DialogSet
{
    private readonly Dictionary<string, Dialog> _dialogs = [];

    public DialogSet(IEnumerable<Dialog> dialogs)
    {
        foreach (var dialog in dialogs)
        {
            if (!_dialogs.TryAdd(dialog.Id, dialog)) throw new InvalidOperationException($"Two dialogs are called '{dialog.Id}'.");
        }
    }

    public Dialog? Find(string id) => _dialogs.GetValueOrDefault(id);
}
