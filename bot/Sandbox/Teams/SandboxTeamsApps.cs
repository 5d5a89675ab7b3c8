using System.Text;
using System.Text.Json.Nodes;

namespace FastTrackBot.Sandbox.Teams;

/// <summary>The organisation's catalogue of Teams apps, with the bot in it, and the people who have it. Guests may not.</summary>
internal sealed class SandboxTeamsApps(SandboxData data, SandboxPermissions permissions)
{
    private const string AppId = "5a2d7c1e-0000-4000-8000-0000000000d0";

    private readonly Lock _gate = new();
    private readonly HashSet<string> _people = [];

    /// <summary>Object ids of those who have the app, as far as it was installed here.</summary>
    public IReadOnlyList<string> People
    {
        get
        {
            lock (_gate)
                return [.. _people];
        }
    }

    /// <returns>None where the path is not one of apps.</returns>
    public SandboxAnswer? Answer(SandboxCall call) => (call.Method, call.Segments) switch
    {
        ("GET", ["appCatalogs", "teamsApps"]) => permissions.Has(SandboxPermissions.Catalogue) ? Catalogue(call) : new(403),
        (_, ["users", var person, "teamwork", "installedApps", .. var rest]) =>
            !permissions.Has(SandboxPermissions.Apps) ? new(403)
            : PersonOf(person) is not { } found ? new(404)
            : Installed(call, found, rest),
        _ => null,
    };

    private static SandboxAnswer Catalogue(SandboxCall call) =>
        SandboxAnswer.Page(call.Query["$filter"].ToString().Contains($"externalId eq '{SandboxPeople.BotAppId}'", StringComparison.Ordinal) ? [App()] : []);

    private SandboxAnswer Installed(SandboxCall call, JsonObject person, string[] rest)
    {
        var id = person["id"]!.GetValue<string>();
        lock (_gate)
        {
            return (call.Method, rest) switch
            {
                ("POST", []) => Install(call, person, id),
                ("GET", []) => SandboxAnswer.Page(_people.Contains(id) ? [new JsonObject { ["id"] = InstallationOf(id), ["teamsApp"] = App() }] : []),
                ("GET", [var installation, "chat"]) when _people.Contains(id) && installation == InstallationOf(id) =>
                    new(200, new JsonObject { ["id"] = $"19:{id}_{SandboxPeople.BotAppId}@unq.gbl.spaces", ["chatType"] = "oneOnOne", ["tenantId"] = SandboxPeople.TenantId }),
                _ => new(404),
            };
        }
    }

    private SandboxAnswer Install(SandboxCall call, JsonObject person, string id)
    {
        if (call.Fields?["teamsApp@odata.bind"]?.GetValue<string>().EndsWith($"/appCatalogs/teamsApps/{AppId}", StringComparison.Ordinal) != true)
            return new(400);
        if (person["userType"]?.GetValue<string>() == "Guest")
            return new(403, Code: "Forbidden");
        return _people.Add(id) ? new(201) : new(409);
    }

    private static JsonObject App() => new() { ["id"] = AppId, ["externalId"] = SandboxPeople.BotAppId, ["displayName"] = "FastTrackBot", ["distributionMethod"] = "organization" };

    private static string InstallationOf(string personId) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"{personId}##{AppId}"));

    private JsonObject? PersonOf(string id) => data.Rows("users")?.OfType<JsonObject>().FirstOrDefault(person => person["id"]?.GetValue<string>() == id);
}
