namespace FastTrackBot.Platform.BotFramework.Connector;

/// <summary>A call to the connector that did not succeed, after all tries.</summary>
public sealed class ConnectorException : Exception
{
    internal ConnectorException(int status, string? code, string message, Exception? cause = null)
        : base(message, cause) => (Status, Code) = (status, code);

    /// <summary>The HTTP status; 0 when there was no answer.</summary>
    public int Status { get; }

    /// <summary>Teams' own name for it, such as <c>ConversationNotFound</c>; without an answer, one of <see cref="ConnectorErrors"/>.</summary>
    public string? Code { get; }

    public string? SubCode { get; init; }

    /// <summary>How long Teams wants to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Teams' trace of the call (<c>MS-CV</c>), for its support.</summary>
    public string? CorrelationVector { get; init; }

    public bool Is(string code) => string.Equals(Code, code, StringComparison.OrdinalIgnoreCase);

    /// <summary>The message or its conversation is no more: forget its id; in place of an update, send anew.</summary>
    public bool IsGone => Is("ActivityNotFoundInConversation") || Is("ConversationNotFound");

    /// <summary>The bot was uninstalled or blocked there: write no more until it is installed again.</summary>
    public bool IsBlocked => Status == 403 && (ConnectorErrors.Blocking.Contains(Code ?? "") || SubCode == ConnectorErrors.WritesBlockedSubCode);

    /// <summary>Whoever reads an answer while it grows has had enough of it. Of several refusals with one code, only the words tell which it is.</summary>
    public bool IsStreamStopped => Is("ContentStreamNotAllowed") && Message.Contains("cancel", StringComparison.OrdinalIgnoreCase);

    /// <summary>The answer would be the same another time.</summary>
    public bool IsFinal => Status is >= 400 and < 500 and not 412 and not 429;

    public bool IsThrottled => Status == 429;

    public bool IsTooBig => Status == 413;

    /// <summary>Worth another try later.</summary>
    public bool IsTransient => Status is 412 or 429 or 502 or 503 or 504 || Is(ConnectorErrors.TimedOut) || Is(ConnectorErrors.Unreachable) || Is(ConnectorErrors.NoToken);

    /// <summary>It may have been done nonetheless: another try could write the same message twice.</summary>
    public bool IsUncertain => Status is 502 or 503 or 504 || Is(ConnectorErrors.TimedOut);
}
