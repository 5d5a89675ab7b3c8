namespace FastTrackBot.Sandbox;

/// <summary>The part of Graph that is more than rows to read: what remembers what was written to it, and who is in a group.</summary>
internal sealed class SandboxTenant(SandboxRecords records, SandboxGroups groups, SandboxFaults faults, SandboxInspection inspection)
{
    /// <returns>False where the path belongs to somebody else.</returns>
    public async Task<bool> TryAnswerAsync(HttpContext http, string path)
    {
        var headers = http.Request.Headers;
        var call = new SandboxCall(
            http.Request.Method, path, http.Request.Query,
            new(headers.IfMatch is [{ } etag, ..] ? etag : null, headers["Prefer"] is [{ } prefer, ..] ? prefer : null),
            await SandboxInspection.BodyAsync(http.Request));
        var answer = path == "/$batch" ? new SandboxBatch(this, faults, inspection).Answer(http, call) : Answer(call);
        if (answer is null)
            return false;
        await answer.WriteAsync(http);
        return true;
    }

    /// <returns>None where the path belongs to somebody else.</returns>
    public SandboxAnswer? Answer(SandboxCall call) => records.Answer(call) ?? groups.Answer(call);
}
