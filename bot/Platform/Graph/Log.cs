namespace FastTrackBot.Platform.Graph;

internal static partial class Log
{
    [LoggerMessage(2000, LogLevel.Warning,
        "Graph {Method} {Path} failed: status {Status}, code {Code}, request-id {RequestId}, client-request-id {ClientRequestId}")]
    public static partial void Failed(
        ILogger log, string method, string path, int status, string? code, string? requestId, string? clientRequestId);

    [LoggerMessage(2001, LogLevel.Information, "Graph answered {Status} (0: not at all); attempt {Attempt} follows in {Seconds} s")]
    public static partial void Retrying(ILogger log, int status, int attempt, double seconds);

    [LoggerMessage(2002, LogLevel.Information, "Graph refused the token; a fresh one is fetched")]
    public static partial void TokenRenewed(ILogger log);

    [LoggerMessage(2003, LogLevel.Error, "The next page of Graph's {Path} leads to {Host}, outside the configured root; it is not followed")]
    public static partial void NextLinkRefused(ILogger log, string path, string? host);

    [LoggerMessage(2004, LogLevel.Information, "{Count} of a batch's calls are sent again in {Seconds} s")]
    public static partial void BatchRepeated(ILogger log, int count, double seconds);
}
