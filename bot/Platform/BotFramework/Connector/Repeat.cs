namespace FastTrackBot.Platform.BotFramework.Connector;

/// <summary>How often a call may be repeated when it is uncertain whether it was done. (What was surely not done may always be repeated.)</summary>
internal enum Repeat
{
    /// <summary>It would be done twice, and that would show badly: a new thread in a channel.</summary>
    Never,

    /// <summary>A message twice is bad, a message lost is worse: one repetition after an error of a gateway, none after a time-out.</summary>
    Once,

    /// <summary>Doing it twice is doing it once.</summary>
    Freely,

    /// <summary>Not here: whoever calls has a queue, and comes again when the time is right.</summary>
    ByCaller,
}
