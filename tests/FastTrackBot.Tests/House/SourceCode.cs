using System.Xml.Linq;
using FastTrackBot.Tests.Cards;

namespace FastTrackBot.Tests.House;

/// <summary>A file of the repository, by its path from the top with slashes.</summary>
internal sealed record SourceFile(string Path)
{
    public string Text { get; } = File.ReadAllText(System.IO.Path.Combine(RepositoryFiles.Root, Path));

    public string Folder => Path[..Math.Max(0, Path.LastIndexOf('/'))];

    public int Lines => Text.AsSpan().Count('\n');

    public XElement Xml => XElement.Parse(Text);
}

/// <summary>What a person wrote: nothing that a build, an installation or a run made.</summary>
internal static class SourceCode
{
    private static readonly string[] Made = ["bin", "obj", "node_modules", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts", ".git", ".vs", ".idea", "devTools"];
    private static readonly string[] Binary = [".png", ".zip", ".db", ".db-wal", ".db-shm", ".user"];

    public static IReadOnlyList<string> Paths { get; } =
        [.. Below(new DirectoryInfo(RepositoryFiles.Root)).Select(path => System.IO.Path.GetRelativePath(RepositoryFiles.Root, path).Replace('\\', '/')).Order()];

    public static IEnumerable<SourceFile> Files(string folder, string extension) =>
        Paths.Where(path => path.StartsWith(folder, StringComparison.Ordinal) && path.EndsWith(extension, StringComparison.Ordinal)).Select(path => new SourceFile(path));

    public static IEnumerable<SourceFile> TextFiles => Paths.Where(path => !Binary.Contains(System.IO.Path.GetExtension(path))).Select(path => new SourceFile(path));

    private static IEnumerable<string> Below(DirectoryInfo folder)
    {
        // In a worktree .git is a file.
        var files = folder.EnumerateFiles().Where(file => file.Name != ".git").Select(file => file.FullName);
        return files.Concat(folder.EnumerateDirectories()
            .Where(child => !Made.Contains(child.Name) && !(child.Name == "data" && folder.Name == "bot"))
            .SelectMany(Below));
    }
}
