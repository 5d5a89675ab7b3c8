using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using FastTrackBot.Tests.Cards;

namespace FastTrackBot.Tests.AppPackage;

/// <summary>The Teams app as <c>appPackage/package.proj</c> packs it, for a bot that does not exist.</summary>
public sealed class AppPackageFile : IAsyncLifetime
{
    public const string BotId = "aaaaaaaa-0000-4000-8000-000000000001";
    public const string BotDomain = "fasttrack.contoso.example";

    private readonly string _folder = Directory.CreateTempSubdirectory("fasttrackbot-app-").FullName;

    /// <summary>What the zip holds, by the name of each entry.</summary>
    public IReadOnlyDictionary<string, byte[]> Entries { get; private set; } = new Dictionary<string, byte[]>();

    public string Text(string entry) => Encoding.UTF8.GetString(Entries[entry]);

    public async ValueTask InitializeAsync()
    {
        var zip = Path.Combine(_folder, "app.zip");
        var (exitCode, output) = await PackAsync($"-p:BotId={BotId}", $"-p:BotDomain={BotDomain}", $"-p:Zip={zip}", $"-p:Staging={Path.Combine(_folder, "staging")}");
        Assert.True(exitCode == 0, output);
        using var archive = ZipFile.OpenRead(zip);
        Entries = archive.Entries.ToDictionary(entry => entry.FullName, Read);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    internal static async Task<(int ExitCode, string Output)> PackAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", "appPackage/package.proj", "-nologo", "-nodereuse:false", .. arguments])
        {
            WorkingDirectory = RepositoryFiles.Root,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
