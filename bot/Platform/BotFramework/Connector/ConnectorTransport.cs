using System.Net;
using System.Net.Http.Headers;
using Polly.Timeout;

namespace FastTrackBot.Platform.BotFramework.Connector;

/// <summary>Makes a call, again if need be, and turns everything but success into a <see cref="ConnectorException"/>.</summary>
internal sealed class ConnectorTransport(
    ConnectorHttp http, ConnectorAuthorization authorization, ConnectorRetry retry, TimeProvider time, ILogger<ConnectorTransport> log)
{
    public async Task<ConnectorResponse> SendAsync(ConnectorRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await retry.For(request.Repeat).ExecuteAsync(
                static (call, ct) => call.Transport.TryAsync(call.Request, ct), (Transport: this, Request: request), cancellationToken);
            return response.IsSuccess ? response : throw ConnectorErrors.From(request.Method, response);
        }
        catch (HttpRequestException reason)
        {
            var code = ConnectorRetry.NothingWasSent(reason) ? ConnectorErrors.Unreachable : ConnectorErrors.TimedOut;
            throw new ConnectorException(0, code, $"{request.Method} to {request.Url.Host} had no answer", reason);
        }
        catch (TimeoutRejectedException reason)
        {
            throw new ConnectorException(0, ConnectorErrors.TimedOut, $"{request.Method} to {request.Url.Host} had no answer in time", reason);
        }
    }

    private async ValueTask<ConnectorResponse> TryAsync(ConnectorRequest request, CancellationToken cancellationToken)
    {
        var token = await authorization.GetAsync(cancellationToken);
        var response = await SendOnceAsync(request, token, cancellationToken);
        if (response.Status != (int)HttpStatusCode.Unauthorized || token is null)
            return response;
        // A token can be withdrawn before it expires. A second refusal is not about the token.
        Log.TokenRefused(log, request.Url.Host);
        authorization.Drop(token);
        return await SendOnceAsync(request, await authorization.GetAsync(cancellationToken), cancellationToken);
    }

    private async Task<ConnectorResponse> SendOnceAsync(ConnectorRequest request, AuthenticationHeaderValue? token, CancellationToken cancellationToken)
    {
        using var message = request.ToMessage(token);
        using var response = await http.Client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return await ConnectorResponse.ReadAsync(response, time, cancellationToken);
    }
}
