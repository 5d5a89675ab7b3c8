using System.ClientModel;

namespace FastTrackBot.Platform.Model;

/// <summary>Says in our words what the service, the library or the network say in theirs.</summary>
internal static class ModelErrors
{
    public static ModelException Of(Exception exception) => exception switch
    {
        ClientResultException { Status: StatusCodes.Status429TooManyRequests } => Failed(ModelFailure.Throttled, exception),
        // Azure's filter answers 400 to a question that it does not let through.
        ClientResultException { Status: StatusCodes.Status400BadRequest } when exception.Message.Contains("content_filter", StringComparison.Ordinal) =>
            Failed(ModelFailure.Filtered, exception),
        ClientResultException { Status: >= 400 and < 500 } => Failed(ModelFailure.Refused, exception),
        Azure.Identity.AuthenticationFailedException => Failed(ModelFailure.Refused, exception),
        OperationCanceledException => new ModelException(ModelFailure.TimedOut, "No answer came in time.", exception),
        _ => Failed(ModelFailure.Broken, exception),
    };

    /// <summary>The first line says what happened; the others can hold the whole answer.</summary>
    private static ModelException Failed(ModelFailure failure, Exception exception) =>
        new(failure, Words.Cut(exception.Message.Split('\n')[0].Trim(), 200), exception);
}
