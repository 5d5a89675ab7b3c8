using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.Platform.Graph.Teams;

/// <summary>An app of the catalogue.</summary>
internal sealed record TeamsApp(string Id);

/// <summary>An app as somebody has it.</summary>
internal sealed record TeamsAppInstallation(string Id);

internal sealed record TeamsChat(string Id);

/// <param name="App">The address of the app in the catalogue.</param>
internal sealed record NewTeamsAppInstallation([property: JsonPropertyName("teamsApp@odata.bind")] string App);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(GraphPage<TeamsApp>), TypeInfoPropertyName = "AppPage")]
[JsonSerializable(typeof(GraphPage<TeamsAppInstallation>), TypeInfoPropertyName = "InstallationPage")]
[JsonSerializable(typeof(TeamsChat))]
[JsonSerializable(typeof(NewTeamsAppInstallation))]
internal sealed partial class TeamsJson : JsonSerializerContext;
