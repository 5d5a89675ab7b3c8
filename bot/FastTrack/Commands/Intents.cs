using FastTrackBot.FastTrack.Files;

namespace FastTrackBot.FastTrack.Commands;

/// <summary>All that people can ask for outside a dialog: by word, by button, by a press on a card, by accepting a file, from where a message is written, or in their own words.</summary>
public sealed record Intents(CommandSet Commands, CardVerbSet Verbs, FileAnswers Files, IEnumerable<MessageExtension> Extensions, Understanding Understanding);
