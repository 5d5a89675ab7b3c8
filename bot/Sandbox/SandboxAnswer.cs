using System.Text.Json.Nodes;

namespace FastTrackBot.Sandbox;

/// <param name="Body">None: a status without a body, or the usual error of that status.</param>
/// <param name="Code">Graph's word for a refusal; none takes the usual one of that status.</param>
internal sealed record SandboxAnswer(int Status, JsonObject? Body = null, string? Code = null)
{
    public static readonly SandboxAnswer Done = new(204);

    public static SandboxAnswer Page(IEnumerable<JsonObject> rows) =>
        new(200, new JsonObject { ["value"] = new JsonArray([.. rows.Select(row => (JsonNode)row.DeepClone())]) });

    public bool IsSuccess => Status is >= 200 and < 300;

    public async Task WriteAsync(HttpContext http)
    {
        if (!IsSuccess)
            await SandboxErrors.WriteAsync(http, Status, Code);
        else if (Body is not null)
            await SandboxErrors.WriteJsonAsync(http, Status, Body);
        else
            http.Response.StatusCode = Status;
    }
}
