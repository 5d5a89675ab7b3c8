using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using FastTrackBot.Platform.Graph.Rates;
using Microsoft.Extensions.Options;

namespace FastTrackBot.Platform.Graph;

/// <summary>
/// Many calls in few journeys. Success of the envelope says nothing of what is in it: each call has its own status, and its own
/// Retry-After. Only those that were turned away go out again, after the longest pause that any of them was given.
/// </summary>
internal sealed class GraphBatch(GraphExchange exchange, GraphGate gate, IOptionsMonitor<GraphOptions> options, ILogger log)
{
    private const int MostRequests = 20;

    public async Task<IReadOnlyList<GraphBatchAnswer>> SendAsync(GraphRoot root, IReadOnlyList<GraphRequest> requests, CancellationToken ct)
    {
        var answers = new GraphBatchAnswer?[requests.Count];
        try
        {
            foreach (var chunk in Enumerable.Range(0, requests.Count).Chunk(MostRequests))
                await SendAsync(root, requests, chunk, answers, ct);
        }
        catch (GraphException failure)
        {
            // What was answered before stays answered; the caller has to know which of the writes were done.
            return [.. answers.Select(answer => answer ?? new(failure.Status, default, failure))];
        }
        finally
        {
            for (var i = 0; i < answers.Length; i++)
            {
                if (answers[i]?.Failure is { } failure)
                    exchange.Failed(requests[i], failure);
            }
        }

        return answers!;
    }

    private async Task SendAsync(
        GraphRoot root, IReadOnlyList<GraphRequest> requests, int[] pending, GraphBatchAnswer?[] answers, CancellationToken ct)
    {
        var limits = options.CurrentValue;
        var time = gate.Clock;
        foreach (var i in pending)
            await gate.EnterAsync(requests[i], ct);
        var started = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            await SendOnceAsync(root, requests, pending, answers, ct);
            pending = [.. pending.Where(i => GraphRetry.MayRepeat(answers[i]!.Status, requests[i].Repeat))];
            if (pending.Length == 0 || attempt >= limits.MaxAttempts)
                return;
            // Where none was named the pause doubles, as it does for a single call.
            var pause = pending.Max(i => answers[i]!.Failure?.RetryAfter) ?? limits.BackOff * Math.Pow(2, attempt - 1);
            if (pause > limits.TotalTimeout - time.GetElapsedTime(started))
                return;
            Log.BatchRepeated(log, pending.Length, pause.TotalSeconds);
            await Task.Delay(pause, time, ct);
        }
    }

    private async Task SendOnceAsync(
        GraphRoot root, IReadOnlyList<GraphRequest> requests, int[] pending, GraphBatchAnswer?[] answers, CancellationToken ct)
    {
        var body = new GraphBatchBody([.. pending.Select(i => GraphBatchBody.Of(i, requests[i]))]);
        // The envelope may go out again only if everything in it may.
        var envelope = GraphRequest.Post("/$batch", body, GraphBatchJson.Default.GraphBatchBody) with { Repeat = pending.Min(i => requests[i].Repeat) };
        var reply = (await exchange.SendAsync(root, envelope, GraphBatchJson.Default.GraphBatchReply, ct))!;
        var byId = (reply.Responses ?? []).ToLookup(response => response.Id);
        foreach (var i in pending)
        {
            var answer = answers[i] = Answer(requests[i], byId[i.ToString(CultureInfo.InvariantCulture)].FirstOrDefault());
            if (answer.Failure is { Status: 429 or 503, RetryAfter: { } pause })
                gate.Refused(requests[i], pause);
        }
    }

    private GraphBatchAnswer Answer(GraphRequest request, GraphBatchReply.Answer? reply)
    {
        if (reply is null)
        {
            return new(0, default, new GraphException($"Graph's batch has no answer to {request.Method} {request.PathOnly}.")
            {
                Code = GraphCodes.InvalidAnswer,
            });
        }

        return reply.Status is >= 200 and < 300
            ? new(reply.Status, reply.Body, null)
            : new(reply.Status, reply.Body, GraphFailures.Refused(request, new(reply.Status, Text(reply.Body), reply.Header("request-id"), null, RetryAfter(reply))));
    }

    private static string Text(JsonElement body) => body.ValueKind == JsonValueKind.Undefined ? "" : body.GetRawText();

    private TimeSpan? RetryAfter(GraphBatchReply.Answer reply) =>
        RetryConditionHeaderValue.TryParse(reply.Header("Retry-After"), out var value) ? GraphRetry.RetryAfter(value, gate.Clock) : null;
}
