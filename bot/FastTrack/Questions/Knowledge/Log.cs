namespace FastTrackBot.FastTrack.Questions.Knowledge;

internal static partial class Log
{
    [LoggerMessage(6700, LogLevel.Error, "Questions: the texts of Questions:KnowledgeFolder are not used, {File}({Line}): {What}")]
    public static partial void PackFaulty(ILogger logger, string file, int line, string what);

    [LoggerMessage(6701, LogLevel.Information, "Questions: {Passages} passages in {Languages} languages")]
    public static partial void PackRead(ILogger logger, int passages, int languages);
}
