namespace FastTrackBot.Tests.Cards;

/// <summary>Files that tests read from the source tree, found from wherever the tests were built to.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static bool IsContinuousIntegration => Environment.GetEnvironmentVariable("CI") == "true";

    public static string Templates => Path.Combine(Root, "cards", "Templates");

    public static IEnumerable<string> CardNames =>
        Directory.EnumerateFiles(Templates, "*.json", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".sample.json", StringComparison.Ordinal))
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(Templates, file), null).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public static byte[] Template(string card) => File.ReadAllBytes(Path.Combine(Templates, card + ".json"));

    public static byte[] Sample(string card) => File.ReadAllBytes(Path.Combine(Templates, card + ".sample.json"));

    /// <summary>A file of the official material beside the repository, which is not ours to copy into it.</summary>
    public static string Shared(params string[] path)
    {
        var folder = Environment.GetEnvironmentVariable("FASTTRACKBOT_SHARED") ?? Path.Combine(Root, "..", "shared");
        var file = Path.GetFullPath(Path.Combine([folder, .. path]));
        if (!File.Exists(file)) Unavailable($"'{file}' is missing; set FASTTRACKBOT_SHARED to the folder that contains it");
        return file;
    }

    /// <summary>Skips the test on a developer's machine, and fails it where every test has to run.</summary>
    public static void Unavailable(string reason)
    {
        if (IsContinuousIntegration) Assert.Fail(reason);
        Assert.Skip(reason);
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "FastTrackBot.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        return folder;
    }
}
