using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using FastTrackBot.FastTrack.Eligibility;
using FastTrackBot.Sandbox;
using Microsoft.Extensions.Configuration;

namespace FastTrackBot.Tests.House;

/// <summary>What README.md and deploy.ps1 say about the program is so.</summary>
public sealed partial class ReadmeTests
{
    private static string Readme { get; } = new SourceFile("README.md").Text;

    /// <summary>Every setting that the program reads, with its default as text; a list's is empty.</summary>
    private static SortedDictionary<string, string> Settings { get; } = new(
        (from assembly in (Assembly[])[typeof(EligibilityRules).Assembly, typeof(SandboxHost).Assembly]
         from type in assembly.GetTypes()
         where type.Name.EndsWith("Options", StringComparison.Ordinal) && type.GetField("Section") is { IsLiteral: true }
         let section = (string)type.GetField("Section")!.GetRawConstantValue()!
         let defaults = Activator.CreateInstance(type)!
         from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
         select (Name: $"{section}:{property.Name}", Default: Written(property.GetValue(defaults)))).ToDictionary(entry => entry.Name, entry => entry.Default),
        StringComparer.Ordinal);

    [Fact]
    public void The_table_of_settings_names_each_one_with_its_default()
    {
        var table = SettingRow().Matches(Readme).ToDictionary(
            row => row.Groups["name"].Value, row => row.Groups["default"].Value.Trim().Trim('`').Replace("\\|", "|", StringComparison.Ordinal));

        Assert.NotEmpty(Settings);
        Assert.Equal(Settings.Select(entry => $"{entry.Key} = {entry.Value}"), table.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key} = {entry.Value}"));
    }

    [Theory]
    [InlineData("bot/appsettings.json")]
    [InlineData("bot/appsettings.Development.json")]
    public void A_settings_file_sets_nothing_that_does_not_exist(string path)
    {
        using var json = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(new SourceFile(path).Text));
        var sections = Settings.Keys.Select(name => name.Split(':')[0]).ToHashSet();
        var set = new ConfigurationBuilder().AddJsonStream(json).Build().AsEnumerable()
            .Where(entry => entry.Value is not null && sections.Contains(entry.Key.Split(':')[0]))
            .Select(entry => ListIndex().Replace(entry.Key, ""));

        Breaches.None(set.Where(name => !Settings.ContainsKey(name)));
    }

    [Fact]
    public void The_deployment_sets_nothing_that_does_not_exist()
    {
        var set = AppSetting().Matches(new SourceFile("deploy.ps1").Text).Select(match => match.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(set);
        Breaches.None(set.Where(name => !Settings.ContainsKey(name)));
    }

    /// <summary>In the column of what to look at.</summary>
    [Fact]
    public void Every_event_id_in_the_troubleshooting_exists()
    {
        var named = EventRow().Matches(Readme).SelectMany(row => EventId().Matches(row.Groups[1].Value)).Select(id => int.Parse(id.Value, CultureInfo.InvariantCulture)).ToList();

        Assert.NotEmpty(named);
        Breaches.None(named.Except(LogTests.Events.Select(entry => entry.Id)).Select(id => $"{id}"));
    }

    [Fact]
    public void The_deployment_asks_for_a_permission_that_the_README_explains()
    {
        var asked = Permission().Matches(new SourceFile("deploy.ps1").Text).Select(match => match.Value).ToList();

        Assert.NotEmpty(asked);
        Assert.All(asked, permission => Assert.Contains($"| `{permission}`", Readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_package_of_the_project_that_the_README_calls_unused_is_unused() => Breaches.None(
        Unused().Matches(Readme).Select(match => match.Groups[1].Value)
            .Where(name => new SourceFile("Directory.Packages.props").Text.Contains($"\"{name}\"", StringComparison.Ordinal)));

    private static string Written(object? value) => value switch
    {
        null => "",
        string text => text,
        IEnumerable => "",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    [GeneratedRegex(@"^\| `(?<name>[A-Z]\w+(:\w+)+)` \|(?<default>(\\\||[^|])*)\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex SettingRow();

    [GeneratedRegex(@":\d+$")]
    private static partial Regex ListIndex();

    [GeneratedRegex(@"['""]((?:[A-Z]\w*?)(?:__[A-Z][A-Za-z]+)+)")]
    private static partial Regex AppSetting();

    [GeneratedRegex(@"^\|[^|\n]*\|([^|\n]*\b\d{4}\b[^|\n]*)\|[^|\n]*\|$", RegexOptions.Multiline)]
    private static partial Regex EventRow();

    [GeneratedRegex(@"\b\d{4}\b")]
    private static partial Regex EventId();

    [GeneratedRegex(@"\b[A-Z]\w+\.(?:Read|ReadWrite)(?:\.\w+)+")]
    private static partial Regex Permission();

    [GeneratedRegex(@"^\| `([\w.]+)` \| no \|", RegexOptions.Multiline)]
    private static partial Regex Unused();
}
