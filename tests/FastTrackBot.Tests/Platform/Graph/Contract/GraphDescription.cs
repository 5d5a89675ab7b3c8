using System.Text.RegularExpressions;
using FastTrackBot.Tests.Cards;
using Microsoft.OpenApi;

namespace FastTrackBot.Tests.Platform.Graph.Contract;

/// <summary>
/// Microsoft's own description of Graph, in the part that the bot uses. The file is no part of this repository: it is
/// <c>graph/openapi.json</c> in <c>../shared</c>, or in the folder that FASTTRACKBOT_SHARED names.
/// </summary>
internal sealed class GraphDescription
{
    private static readonly Lazy<GraphDescription?> Once = new(Read);

    private readonly OpenApiDocument _document;
    private readonly List<(Regex Pattern, IOpenApiPathItem Item)> _paths;

    private GraphDescription(OpenApiDocument document)
    {
        _document = document;
        // What is written out goes before what stands for anything: users/delta() before users/{user-id}.
        _paths = [.. document.Paths.OrderBy(path => path.Key.Count(letter => letter == '{')).Select(path => (Pattern(path.Key), path.Value))];
    }

    public static string File { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(
        Environment.GetEnvironmentVariable("FASTTRACKBOT_SHARED") ?? System.IO.Path.Combine(RepositoryFiles.Root, "..", "shared"), "graph", "openapi.json"));

    /// <returns>None where the file is not there.</returns>
    public static GraphDescription? Find() => Once.Value;

    private static GraphDescription? Read()
    {
        if (!System.IO.File.Exists(File))
            return null;
        using var stream = new MemoryStream(System.IO.File.ReadAllBytes(File));
        var read = OpenApiDocument.Load(stream, "json", new());
        Assert.Empty(read.Diagnostic!.Errors);
        return new(read.Document!);
    }

    public IOpenApiPathItem? Path(string path) => _paths.FirstOrDefault(entry => entry.Pattern.IsMatch(path)).Item;

    public IOpenApiSchema Schema(string name) => _document.Components!.Schemas![name];

    public IOpenApiSchema? FindSchema(string name) => _document.Components!.Schemas!.TryGetValue(name, out var schema) ? schema : null;

    private static Regex Pattern(string template) =>
        new("^" + Regex.Replace(Regex.Escape(template), @"\\\{[^}]+}", "[^/]+") + "$", RegexOptions.CultureInvariant);
}
