using FastTrackBot.FastTrack.Files;

namespace FastTrackBot.FastTrack.Commands;

/// <summary>All that people can ask for outside a dialog: by word, by button, by a press on a card, or by accepting a file.</summary>
public sealed record Intents(CommandSet Commands, CardVerbSet Verbs, FileAnswers Files);
