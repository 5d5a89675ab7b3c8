namespace FastTrackBot.FastTrack.Recording;

internal static partial class Log
{
    [LoggerMessage(6200, LogLevel.Information, "Recording: list {List} made on {Site}")]
    public static partial void ListMade(ILogger logger, string list, string? site);

    [LoggerMessage(6201, LogLevel.Error, "Recording: {Reason}")]
    public static partial void AdministratorNeeded(ILogger logger, string reason);

    [LoggerMessage(6202, LogLevel.Warning, "Recording: the {What} of engagement {Engagement} was gone and is made again")]
    public static partial void MadeAgain(ILogger logger, string what, string engagement);

    [LoggerMessage(6203, LogLevel.Information, "Recording: {Ticks} changes in the plan of engagement {Engagement} were taken over")]
    public static partial void TicksTaken(ILogger logger, int ticks, string engagement);
}
