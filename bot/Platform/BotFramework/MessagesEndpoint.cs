using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text.Json;
using FastTrackBot.Platform.BotFramework.Authentication;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Platform.BotFramework;

/// <summary><c>POST /api/messages</c>: validates the caller, reads the activity, runs its turn, answers.</summary>
public sealed class MessagesEndpoint(ActivityAuthenticator authenticator, TurnRunner turns, ILogger<MessagesEndpoint> logger)
{
    /// <summary>Teams' own limit for a message is 100 KB; the rest is room for what surrounds it.</summary>
    public const int MaximumBody = 256 * 1024;

    public async Task HandleAsync(HttpContext http)
    {
        var cancellationToken = http.RequestAborted;
        var authentication = await authenticator.AuthenticateAsync(
            http.Request.Headers.Authorization, RemoteOf(http), cancellationToken);
        if (authentication.Refusal is { } refusal)
        {
            await RefuseAsync(http, refusal.Status, refusal.Code, refusal.Reason);
            return;
        }

        var (activity, problem) = await ReadAsync(http.Request, cancellationToken);
        if (activity is null)
        {
            if (problem is null)
            {
                Log.BodyTooLarge(logger, MaximumBody, http.TraceIdentifier);
                await RefuseAsync(http, StatusCodes.Status413PayloadTooLarge, "body.too-large", $"The body is larger than {MaximumBody} bytes.");
                return;
            }

            Log.BadActivity(logger, problem, http.TraceIdentifier);
            await RefuseAsync(http, StatusCodes.Status400BadRequest, "activity.malformed", problem);
            return;
        }

        if (authenticator.Check(authentication.Caller!, activity) is { } mismatch)
        {
            await RefuseAsync(http, mismatch.Status, mismatch.Code, mismatch.Reason);
            return;
        }

        await AnswerAsync(http, await RunAsync(activity, http.TraceIdentifier, cancellationToken));
    }

    /// <summary>Unknown behind a proxy or a tunnel: there the whole internet comes from this machine.</summary>
    private static IPAddress? RemoteOf(HttpContext http)
    {
        var headers = http.Request.Headers;
        return headers.ContainsKey("X-Forwarded-For") || headers.ContainsKey("X-Forwarded-Host") || headers.ContainsKey("Forwarded")
            ? null
            : http.Connection.RemoteIpAddress;
    }

    private async Task<TurnOutcome> RunAsync(Activity activity, string correlation, CancellationToken cancellationToken)
    {
        try
        {
            return await turns.RunAsync(activity, correlation, cancellationToken);
        }
        catch (Exception exception) when (exception is StoreException or TurnContendedException)
        {
            // Nothing was written. 503 makes Teams deliver again; a card action shows the person its error.
            Log.TurnNotStored(logger, activity.Id, correlation, exception);
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = TurnCulture.Of(activity.Locale);
            return activity is { Type: ActivityTypes.Invoke, Name: InvokeNames.CardAction }
                ? TurnOutcome.Of(InvokeResponse.Error(503, "NotStored", Turns.Text.NotStored.With(correlation)))
                : new TurnOutcome(StatusCodes.Status503ServiceUnavailable, null, []);
        }
    }

    /// <returns>The activity, or what is wrong with it; neither when it is too large.</returns>
    private static async Task<(Activity? Activity, string? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaximumBody) return (null, null);
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > MaximumBody)
            {
                // A read that is never ended makes the server drop the connection, and with it the answer or the next request.
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return (null, null);
            }

            if (read.IsCompleted)
            {
                var parsed = Parse(read.Buffer);
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return parsed;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static (Activity?, string?) Parse(ReadOnlySequence<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            var activity = JsonSerializer.Deserialize(ref reader, ActivityJson.Default.Activity);
            // Throws where something follows the activity.
            reader.Read();
            return activity switch
            {
                null => (null, "The body is not an activity."),
                { Type: null or "" } => (null, "The activity has no type."),
                { Conversation.Id: null or "" } or { Conversation: null } => (null, "The activity has no conversation id."),
                { From.Id: null or "" } or { From: null } => (null, "The activity has no sender."),
                _ => (activity, null),
            };
        }
        catch (JsonException exception)
        {
            return (null, $"The body is not an activity: {exception.Path} at line {exception.LineNumber}, byte {exception.BytePositionInLine}.");
        }
    }

    private static async Task AnswerAsync(HttpContext http, TurnOutcome outcome)
    {
        http.Response.StatusCode = outcome.Status;
        if (outcome.Body is not { } body) return;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = body.Utf8.Length;
        await http.Response.BodyWriter.WriteAsync(body.Utf8, http.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext http, int status, string code, string message)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(
            new ErrorBody(new ErrorDetail(code, message, http.TraceIdentifier)), EndpointJson.Default.ErrorBody, cancellationToken: http.RequestAborted);
    }
}
