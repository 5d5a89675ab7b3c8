using System.Text.Json;

namespace FastTrackBot.Sandbox.Playground;

/// <summary>Where the chat client's package lives: beside its sources, or else below the user's own application data.</summary>
internal sealed record PlaygroundFolder(string Path)
{
    private const string ResourcePrefix = "Playground/";
    private const string Package = "@microsoft/m365agentsplayground";

    /// <summary>The people and places that it shows.</summary>
    public string Config { get; init; } = System.IO.Path.Combine(Path, ".m365agentsplayground.yml");

    /// <exception cref="IOException">Neither folder can be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Neither folder can be written.</exception>
    public static PlaygroundFolder Prepare(string contentRoot)
    {
        var sources = new PlaygroundFolder(System.IO.Path.Combine(contentRoot, "Sandbox", "Playground"));
        if (File.Exists(sources.Config) && sources.CanWrite())
            return sources;
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        var own = new PlaygroundFolder(System.IO.Path.Combine(data, "FastTrackBot", "Playground"));
        Directory.CreateDirectory(own.Path);
        own.Unpack();
        return own;
    }

    /// <summary>Whether the package is there in the version that <c>package.json</c> asks for.</summary>
    public bool IsInstalled()
    {
        var installed = System.IO.Path.Combine(Path, "node_modules", Package, "package.json");
        if (!File.Exists(installed))
            return false;
        using var wanted = JsonDocument.Parse(File.ReadAllText(System.IO.Path.Combine(Path, "package.json")));
        using var found = JsonDocument.Parse(File.ReadAllText(installed));
        return found.RootElement.GetProperty("version").GetString()
            == wanted.RootElement.GetProperty("dependencies").GetProperty(Package).GetString();
    }

    private bool CanWrite()
    {
        var probe = System.IO.Path.Combine(Path, ".probe-" + Guid.NewGuid().ToString("N"));
        try
        {
            using (File.Create(probe, 1, FileOptions.DeleteOnClose))
                return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void Unpack()
    {
        var assembly = typeof(PlaygroundFolder).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal)))
        {
            using var source = assembly.GetManifestResourceStream(name)!;
            using var target = File.Create(System.IO.Path.Combine(Path, name[ResourcePrefix.Length..]));
            source.CopyTo(target);
        }
    }
}
