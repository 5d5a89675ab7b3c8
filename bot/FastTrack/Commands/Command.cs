using System.Resources;
using FastTrackBot.Platform.BotFramework.Dialogs;

namespace FastTrackBot.FastTrack.Commands;

/// <summary>Something that a person can ask for at any time, by typing one of its phrases or by a button that names it.</summary>
/// <param name="name">What buttons call it.</param>
/// <param name="resources">The resource file with the phrases of each language.</param>
/// <param name="phrases">The key of the phrases.</param>
public abstract class Command(string name, ResourceManager resources, string phrases)
{
    private readonly Phrases _phrases = new(resources, phrases);

    public string Name { get; } = name;

    /// <summary>It begins a dialog, and so cannot be had in the middle of another one.</summary>
    public virtual bool BeginsDialog => false;

    public virtual bool Understands(string text) => _phrases.Match(text);

    /// <param name="arguments">What the button sends along: a stranger's word, to be checked like typed text.</param>
    public abstract ValueTask RunAsync(DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken);
}
