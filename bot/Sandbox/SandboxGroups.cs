using System.Text.Json.Nodes;

namespace FastTrackBot.Sandbox;

/// <summary>Says which of some groups a person is in; <c>groups/{id}/members</c> of the data holds who is.</summary>
internal sealed class SandboxGroups(SandboxData data)
{
    /// <summary>Graph takes no more ids in one question.</summary>
    private const int MostGroups = 20;

    /// <returns>None where the path belongs to somebody else.</returns>
    public SandboxAnswer? Answer(SandboxCall call)
    {
        if (call is not { Method: "POST", Segments: ["users", var person, "checkMemberGroups"] })
            return null;
        if (call.Fields?["groupIds"] is not JsonArray { Count: <= MostGroups } groups)
            return new SandboxAnswer(400);
        var member = groups.Select(group => group!.GetValue<string>()).Where(group => IsIn(group, person));
        return new SandboxAnswer(200, new JsonObject { ["value"] = new JsonArray([.. member.Select(group => (JsonNode)group)]) });
    }

    private bool IsIn(string group, string person) =>
        data.Rows($"groups/{group}/members")?.Any(row => row?["id"]?.GetValue<string>() == person) == true;
}
