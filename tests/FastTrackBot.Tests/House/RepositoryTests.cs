using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using FastTrackBot.Tests.Cards;

namespace FastTrackBot.Tests.House;

/// <summary>What the repository may say and depend on.</summary>
public sealed partial class RepositoryTests
{
    /// <summary>Whatever belongs to one machine, to the making of the project, or is unfinished. Written apart, so that this file passes.</summary>
    private static readonly string[] Forbidden =
    [
        "/wo" + "rk/", "/ro" + "ot/", "registry.npm" + "js", "api.nu" + "get.org", "artifac" + "tory", "pkgs." + "dev", "\"resol" + "ved\":",
        "internal play" + "book", "[P" + "B]", "[PB" + "I]", "anth" + "ropic", "cla" + "ude", "chat" + "gpt", "TO" + "DO", "FIX" + "ME", "XX" + "X:",
    ];

    [Fact]
    public void No_file_says_what_does_not_belong_into_the_project() => Breaches.None(
        from file in SourceCode.TextFiles
        from word in Forbidden
        where file.Text.Contains(word, word.All(char.IsUpper) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)
        select $"{file.Path}: {word}");

    [Fact]
    public void A_version_is_pinned_in_one_place_only() => Breaches.None(
        from file in SourceCode.TextFiles
        where file.Path.EndsWith("proj", StringComparison.Ordinal)
        from reference in file.Xml.Descendants("PackageReference")
        where reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null || reference.Element("Version") is not null
        select $"{file.Path}: {reference.Attribute("Include")?.Value}");

    [Fact]
    public void Every_package_is_pinned_exactly_used_and_has_its_reason()
    {
        var pins = XElement.Parse(new SourceFile("Directory.Packages.props").Text).Descendants("PackageVersion").ToList();
        var used = SourceCode.TextFiles.Where(file => Projects().IsMatch(file.Path))
            .SelectMany(file => file.Xml.Descendants("PackageReference")).Select(reference => reference.Attribute("Include")!.Value).ToHashSet();

        Assert.NotEmpty(pins);
        Assert.Equal(used.Order(), pins.Select(pin => pin.Attribute("Include")!.Value).Order());
        Assert.All(pins, pin => Assert.Matches(@"^\d+\.\d+\.\d+$", pin.Attribute("Version")!.Value));
        Breaches.None(pins.Where(pin => !HasReason(pin)).Select(pin => pin.Attribute("Include")!.Value));
    }

    [Fact]
    public void Every_npm_package_is_pinned_exactly() => Breaches.None(
        from path in SourceCode.Paths
        where path.EndsWith("/package.json", StringComparison.Ordinal)
        from match in NpmVersion().Matches(new SourceFile(path).Text)
        where !Regex.IsMatch(match.Groups[2].Value, @"^\d+\.\d+\.\d+$")
        select $"{path}: {match.Value}");

    /// <summary>Program.cs and the compiler keep it out of the code; this keeps it out of the output.</summary>
    [Fact]
    public async Task A_Release_build_does_not_contain_the_sandbox()
    {
        var release = await EvaluateAsync("Release");
        var debug = await EvaluateAsync("Debug");

        Assert.Contains("FastTrackBot.Cards.csproj", release, StringComparison.Ordinal);
        Assert.DoesNotContain("Sandbox", release, StringComparison.Ordinal);
        Assert.Contains("Sandbox", debug, StringComparison.Ordinal);
    }

    private static async Task<string> EvaluateAsync(string configuration)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "msbuild", "bot/FastTrackBot.csproj", $"-p:Configuration={configuration}", "-getItem:ProjectReference", "-nodereuse:false" },
            WorkingDirectory = RepositoryFiles.Root,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
        return output;
    }

    /// <summary>A comment above it, or above the packages of the same purpose that it stands among.</summary>
    private static bool HasReason(XElement pin)
    {
        var before = pin.PreviousNode;
        while (before is not null && (before is XElement || before.NodeType == XmlNodeType.Text)) before = before.PreviousNode;
        return before is XComment { Value.Length: > 20 };
    }

    [GeneratedRegex(@"\.(csproj|props)$")]
    private static partial Regex Projects();

    [GeneratedRegex("\"(@?[\\w./-]+)\": \"([~^>=<]*\\d[^\"]*|latest|\\*)\"")]
    private static partial Regex NpmVersion();
}
