using FastTrackBot.Platform.Model;

namespace FastTrackBot.FastTrack.Questions.Model;

/// <summary>What is asked and answered is nobody's business here: lines have numbers only.</summary>
internal static partial class Log
{
    [LoggerMessage(6710, LogLevel.Warning, "Questions: no answer from the model ({Failure}), the texts answer instead: {Reason}")]
    public static partial void NoAnswer(ILogger logger, ModelFailure failure, string reason);

    [LoggerMessage(6711, LogLevel.Information, "Questions: the model answered with {Sentences} sentences and {Citations} sources; {Dropped} sentences were left out")]
    public static partial void Answered(ILogger logger, int sentences, int dropped, int citations);

    [LoggerMessage(6712, LogLevel.Debug, "Questions: a sentence of {Length} letters with {Marks} marks is left out, as it is not proven")]
    public static partial void SentenceDropped(ILogger logger, int marks, int length);

    [LoggerMessage(6714, LogLevel.Information, "Questions: the person stopped the answer, and so the model was stopped")]
    public static partial void Stopped(ILogger logger);

    [LoggerMessage(6713, LogLevel.Warning, "Questions: the model called a function that it was not offered; nothing was done")]
    public static partial void UnknownFunction(ILogger logger);
}
