namespace FastTrackBot.FastTrack.Commands;

/// <summary>All that people can ask for outside a dialog: by word, by button, or by a press on a card.</summary>
public sealed record Intents(CommandSet Commands, CardVerbSet Verbs);
