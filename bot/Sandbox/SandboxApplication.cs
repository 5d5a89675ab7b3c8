using System.Globalization;
using System.Text.Json.Nodes;

namespace FastTrackBot.Sandbox;

/// <summary>How the tenant writes down who did what, and when.</summary>
internal static class SandboxApplication
{
    /// <summary>The bot itself: what it writes with its own token is the application's doing.</summary>
    public static JsonObject Itself => new()
    {
        ["application"] = new JsonObject { ["id"] = SandboxPeople.BotAppId, ["displayName"] = "FastTrackBot" },
    };

    public static JsonObject Person(string id) => new() { ["user"] = new JsonObject { ["id"] = id } };

    public static string Now(TimeProvider time) => time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
