using System.Text.Json;
using Polly.Timeout;

namespace FastTrackBot.Platform.Graph;

/// <summary>Makes the one exception out of whatever went wrong.</summary>
internal static class GraphFailures
{
    private const int KeptErrorLength = 4096;

    public static GraphException Refused(GraphRequest request, GraphRefusal refusal)
    {
        var error = GraphError.Parse(refusal.Body);
        return new GraphException($"Graph answered {refusal.Status} {error.Code} to {request.Method} {request.PathOnly}.")
        {
            Status = refusal.Status,
            Code = error.Code,
            RequestId = refusal.RequestId ?? error.RequestId,
            ClientRequestId = refusal.ClientRequestId,
            RetryAfter = refusal.RetryAfter,
            ErrorJson = refusal.Body.Length > KeptErrorLength ? refusal.Body[..KeptErrorLength] : refusal.Body,
        };
    }

    /// <returns>None where it is not Graph that failed: the caller left, or there is a mistake in this program.</returns>
    public static GraphException? From(Exception e, string? clientRequestId) => e switch
    {
        GraphException known => known,
        HttpRequestException => new("Graph could not be reached: " + e.Message, e) { Code = GraphCodes.ConnectFailed, ClientRequestId = clientRequestId },
        TimeoutRejectedException => new("Graph did not answer in time.", e) { Code = GraphCodes.TimedOut, ClientRequestId = clientRequestId },
        JsonException => new("Graph's answer could not be read: " + e.Message, e)
        {
            Status = 200,
            Code = GraphCodes.InvalidAnswer,
            ClientRequestId = clientRequestId,
        },
        _ => null,
    };
}

/// <summary>An answer that is no success, of a call by itself or of one in a batch.</summary>
internal sealed record GraphRefusal(int Status, string Body, string? RequestId, string? ClientRequestId, TimeSpan? RetryAfter);
