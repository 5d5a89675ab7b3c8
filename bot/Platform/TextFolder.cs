namespace FastTrackBot.Platform;

/// <param name="Path">Below the folder, with slashes.</param>
public sealed record TextFile(string Path, string Text);

/// <summary>A folder of an operator's with texts in it.</summary>
public static class TextFolder
{
    /// <param name="setting">The setting that names the folder, for the message.</param>
    /// <exception cref="InvalidDataException">The folder is missing, or may not be read.</exception>
    public static IReadOnlyList<TextFile> Read(string folder, string pattern, string setting)
    {
        try
        {
            return
            [
                .. Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
                    .Select(file => new TextFile(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)))
                    .OrderBy(file => file.Path, StringComparer.Ordinal),
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{setting}: {folder} cannot be read: {exception.Message}", exception);
        }
    }
}
