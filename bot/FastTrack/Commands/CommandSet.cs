namespace FastTrackBot.FastTrack.Commands;

/// <summary>Every command that the bot understands. Two with one name stop the start.</summary>
public sealed class CommandSet
{
    private readonly Dictionary<string, Command> _byName;

    public CommandSet(IEnumerable<Command> commands) => _byName = commands.ToDictionary(command => command.Name, StringComparer.Ordinal);

    public Command? Named(string name) => _byName.GetValueOrDefault(name);

    public Command? Understanding(string text) => _byName.Values.FirstOrDefault(command => command.Understands(text));
}
