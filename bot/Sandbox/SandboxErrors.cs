using System.Globalization;
using System.Text.Json.Nodes;

namespace FastTrackBot.Sandbox;

/// <summary>Errors in Graph's form, with the request id in the header and in the body.</summary>
internal static class SandboxErrors
{
    public static Task WriteAsync(HttpContext http, int status, string? code = null) => WriteJsonAsync(http, status, Body(http, status, code));

    public static JsonObject Body(HttpContext http, int status, string? code)
    {
        var (usual, message) = Usual(status);
        var inner = new JsonObject
        {
            ["date"] = SandboxGraph.Time(http).GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
            ["request-id"] = http.Response.Headers["request-id"].ToString(),
            ["client-request-id"] = http.Response.Headers["client-request-id"].ToString(),
        };
        var error = new JsonObject { ["code"] = code ?? usual, ["message"] = message, ["innerError"] = inner };
        return new JsonObject { ["error"] = error };
    }

    public static Task WriteJsonAsync(HttpContext http, int status, JsonNode json)
    {
        SandboxInspection.Remember(http, json);
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(json.ToJsonString(), http.RequestAborted);
    }

    private static (string Code, string Message) Usual(int status) => status switch
    {
        400 => ("BadRequest", "The sandbox does not understand this request."),
        401 => ("InvalidAuthenticationToken", "The token is missing or no longer good."),
        403 => ("Authorization_RequestDenied", "The application has not been granted the permission for this."),
        404 => ("Request_ResourceNotFound", "There is nothing at this address."),
        409 => ("Conflict", "The change conflicts with what is there now."),
        412 => ("resourceModified", "It was changed since the version that the call names."),
        429 => ("TooManyRequests", "Too many requests came in a short time."),
        503 => ("serviceNotAvailable", "The service is away for the moment."),
        _ => ("UnknownError", "The sandbox was told to fail."),
    };
}
