using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Files;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack;

/// <summary>A file about an engagement that people can ask for. Whichever capability has it supplies it; the right to it is to see the engagement.</summary>
/// <param name="name">How cards name it.</param>
public abstract class FileKind(string name)
{
    public string Name { get; } = name;

    /// <summary>What is in it, in a sentence.</summary>
    public abstract string Describe(Engagement engagement);

    /// <summary>In the language of whoever asks.</summary>
    public abstract ValueTask<NamedFile> BuildAsync(
        DocumentSession documents, string tenantId, Engagement engagement, CancellationToken cancellationToken);

    /// <summary>What it is, whose, and of which day. Letters and digits of the organisation's name only: OneDrive refuses a good many others.</summary>
    protected static string FileName(string title, Engagement engagement, DateOnly day, string extension)
    {
        var organisation = new string([.. engagement.Organisation.Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-')]).Trim();
        return $"{title} {Words.Cut(organisation, 60)} {Days.Iso(day)}.{extension}";
    }
}
