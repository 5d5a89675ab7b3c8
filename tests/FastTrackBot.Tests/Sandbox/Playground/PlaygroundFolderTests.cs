using System.Text.Json.Nodes;
using FastTrackBot.Sandbox;
using FastTrackBot.Sandbox.Playground;

namespace FastTrackBot.Tests.Sandbox.Playground;

public sealed class PlaygroundFolderTests : IDisposable
{
    private const string Package = "@microsoft/m365agentsplayground";
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("fasttrackbot-test-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void The_projects_own_folder_is_used_where_it_can_be_written()
    {
        var own = Directory.CreateDirectory(Path.Combine(_root.FullName, "Sandbox", "Playground"));
        File.WriteAllText(Path.Combine(own.FullName, ".m365agentsplayground.yml"), "");

        Assert.Equal(own.FullName, PlaygroundFolder.Prepare(_root.FullName).Path);
        Assert.Single(own.GetFiles());
    }

    [Theory]
    [InlineData("0.2.28", true)]
    [InlineData("0.2.27", false)]
    public void Another_version_does_not_count_as_installed(string found, bool installed)
    {
        var folder = new PlaygroundFolder(_root.FullName);
        File.WriteAllText(Path.Combine(_root.FullName, "package.json"), Resource("package.json").ToJsonString());
        Assert.False(folder.IsInstalled());

        var package = Directory.CreateDirectory(Path.Combine(_root.FullName, "node_modules", Package));
        File.WriteAllText(Path.Combine(package.FullName, "package.json"), $$"""{"version":"{{found}}"}""");

        Assert.Equal(installed, folder.IsInstalled());
    }

    [Fact]
    public void The_lock_file_names_the_version_and_no_registry()
    {
        var locked = Resource("package-lock.json")["packages"]!["node_modules/" + Package]!;

        Assert.Equal(Resource("package.json")["dependencies"]![Package]!.GetValue<string>(), locked["version"]!.GetValue<string>());
        Assert.NotNull(locked["integrity"]);
        Assert.Null(locked["resolved"]);
    }

    private static JsonNode Resource(string name)
    {
        using var stream = typeof(SandboxHost).Assembly.GetManifestResourceStream("Playground/" + name)!;
        return JsonNode.Parse(stream)!;
    }
}
