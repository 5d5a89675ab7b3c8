using System.Reflection;
using System.Reflection.Metadata;
using System.Text.RegularExpressions;
using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Eligibility;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Sandbox;

namespace FastTrackBot.Tests.House;

/// <summary>How large and how wide things may grow before they have to be taken apart.</summary>
public sealed partial class ShapeTests
{
    private const int MostLinesOfAFile = 400;
    private const int MostLinesOfAMethod = 80;
    private const int MostParameters = 5;

    /// <summary>An interface needs a process edge, or two real implementations. These have the edge.</summary>
    private static readonly Type[] Edges = [typeof(IStore)];

    private static readonly Assembly[] Ours = [typeof(EligibilityRules).Assembly, typeof(CardLibrary).Assembly, typeof(SandboxHost).Assembly];

    private static IEnumerable<SourceFile> Code => SourceCode.Files("bot/", ".cs").Concat(SourceCode.Files("cards/", ".cs"));

    [Fact]
    public void A_file_can_be_read_in_a_minute() =>
        Breaches.None(Code.Where(file => file.Lines > MostLinesOfAFile).Select(file => $"{file.Path}: {file.Lines} lines"));

    [Fact]
    public void Program_is_a_table_of_contents() => Assert.True(new SourceFile("bot/Program.cs").Lines <= 60);

    [Fact]
    public void A_method_fits_on_a_screen()
    {
        var methods = Ours.SelectMany(MethodLines).ToList();

        Assert.NotEmpty(methods);
        Breaches.None(methods.Where(method => method.Lines > MostLinesOfAMethod).Select(method => $"{method.Name}: {method.Lines} lines"));
    }

    [Fact]
    public void A_constructor_asks_for_little() => Breaches.None(
        from type in Ours.SelectMany(assembly => assembly.GetTypes())
        where !type.Name.Contains('<') && !IsRecord(type)
        from constructor in type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
        where constructor.GetParameters().Length > MostParameters
        select $"{type}: {constructor.GetParameters().Length} parameters");

    [Fact]
    public void An_interface_stands_at_an_edge() => Breaches.None(
        Ours.SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsInterface).Except(Edges).Select(type => $"{type}"));

    [Fact]
    public void A_namespace_is_its_folder() => Breaches.None(
        from file in Code.Concat(SourceCode.Files("tests/FastTrackBot.Tests/", ".cs"))
        where file.Path != "bot/Program.cs"
        let declared = Namespace().Match(file.Text).Groups[1].Value
        let expected = string.Join('.', file.Folder.Split('/')).Replace("tests.FastTrackBot.Tests", "FastTrackBot.Tests", StringComparison.Ordinal)
        where declared != expected && declared != "FastTrackBot." + Capitalised(expected.StartsWith("bot", StringComparison.Ordinal) ? expected[3..].TrimStart('.') : expected)
        select $"{file.Path}: {declared}");

    private static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    // Positional records are data; their parameters are their members.
    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Public, [typeof(System.Text.StringBuilder)]) is not null;

    /// <summary>Lines that hold code, as the debugger sees them. Tables in static constructors are data, and may be long.</summary>
    private static List<(string Name, int Lines)> MethodLines(Assembly assembly)
    {
        using var file = File.OpenRead(Path.ChangeExtension(assembly.Location, ".pdb"));
        using var provider = MetadataReaderProvider.FromPortablePdbStream(file);
        var symbols = provider.GetMetadataReader();
        List<(string, int)> result = [];
        foreach (var handle in symbols.MethodDebugInformation)
        {
            var method = assembly.ManifestModule.ResolveMethod(System.Reflection.Metadata.Ecma335.MetadataTokens.GetToken(handle.ToDefinitionHandle()))!;
            var debug = symbols.GetMethodDebugInformation(handle);
            if (method.IsConstructor && method.IsStatic || debug.SequencePointsBlob.IsNil || IsGenerated(symbols, debug)) continue;
            var lines = debug.GetSequencePoints().Where(point => !point.IsHidden)
                .SelectMany(point => Enumerable.Range(point.StartLine, point.EndLine - point.StartLine + 1)).Distinct().Count();
            result.Add(($"{method.DeclaringType}.{method.Name}", lines));
        }

        return result;
    }

    private static bool IsGenerated(MetadataReader symbols, MethodDebugInformation debug) =>
        debug.Document.IsNil || symbols.GetString(symbols.GetDocument(debug.Document).Name).Contains(".g.cs", StringComparison.Ordinal);

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
