namespace FastTrackBot.Platform.Graph;

/// <summary>A call that Microsoft Graph did not answer with success, after all the attempts that its kind allows.</summary>
public sealed class GraphException : Exception
{
    public GraphException(string message, Exception? inner = null) : base(message, inner)
    {
    }

    /// <summary>The HTTP status; 0 when no answer came (see <see cref="Code"/>).</summary>
    public int Status { get; init; }

    /// <summary>
    /// Graph's own word for the failure, or one of <see cref="GraphCodes"/> where Graph did not speak. None where a service
    /// sends an empty one, as Planner does: decide by <see cref="Status"/>, use the code only to refine.
    /// </summary>
    public string? Code { get; init; }

    /// <summary>Graph's name for the request: what Microsoft's support asks for.</summary>
    public string? RequestId { get; init; }

    /// <summary>Our name for the request, as in the log.</summary>
    public string? ClientRequestId { get; init; }

    /// <summary>How long the service asks us to stay away, from the moment of its answer.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The body of the answer, at most 4 KB. For developers: language and wording vary, it may name people.</summary>
    public string? ErrorJson { get; init; }

    public bool IsForbidden => Status == 403;

    /// <summary>It is not there, or no longer.</summary>
    public bool IsNotFound => Status is 404 or 410;

    /// <summary>It was changed meanwhile (or is there already): read again, apply again, a few times at most.</summary>
    public bool IsConflict => Status is 409 or 412;

    public bool IsThrottled => Status == 429;

    /// <summary>Nobody was reached, or the service is down for now: the same call may work later.</summary>
    public bool IsUnavailable => Status is 502 or 503 or 504 || Code is GraphCodes.ConnectFailed or GraphCodes.TimedOut;
}
