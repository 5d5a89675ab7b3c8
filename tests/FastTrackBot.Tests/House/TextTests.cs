using System.Text.RegularExpressions;
using FastTrackBot.FastTrack.Eligibility;
using FastTrackBot.Tests.FastTrack;

namespace FastTrackBot.Tests.House;

/// <summary>Whatever people read stands in a Text.resx, in each language, and is in use.</summary>
public sealed partial class TextTests
{
    private static IReadOnlyList<SourceFile> English { get; } = [.. SourceCode.Files("bot/", "/Text.resx")];

    private static IReadOnlyList<SourceFile> Code { get; } =
        [.. SourceCode.Files("bot/", ".cs").Where(file => !file.Path.StartsWith("bot/Sandbox/", StringComparison.Ordinal))];

    private static readonly ILookup<string, Type> Enums = typeof(EligibilityRules).Assembly.GetTypes().Where(type => type.IsEnum).ToLookup(type => type.Name);

    [Fact]
    public void Every_text_is_there_in_Chinese_with_the_same_placeholders()
    {
        Assert.NotEmpty(English);
        Breaches.None(from file in English
                      let chinese = Texts(new SourceFile(file.Path.Replace(".resx", ".zh-Hans.resx", StringComparison.Ordinal)))
                      let english = Texts(file)
                      from key in english.Keys.Union(chinese.Keys)
                      where !Same(english.GetValueOrDefault(key), chinese.GetValueOrDefault(key))
                      select $"{file.Path}: {key}");
    }

    [Fact]
    public void No_key_stands_twice_in_a_file() => Breaches.None(
        from file in SourceCode.Files("bot/", ".resx")
        from twice in Keys(file).GroupBy(key => key).Where(keys => keys.Count() > 1)
        select $"{file.Path}: {twice.Key}");

    [Fact]
    public void Every_text_is_used() => Breaches.None(
        from file in English
        let inFolder = string.Concat(Code.Where(code => IsOf(file, code)).Select(code => code.Text))
        let elsewhere = string.Concat(Code.Where(code => !IsOf(file, code)).Select(code => code.Text))
        let folder = file.Folder[(file.Folder.LastIndexOf('/') + 1)..]
        from key in Keys(file)
        where !IsNamed(key, inFolder) && !elsewhere.Contains($"{folder}.Text.{key}", StringComparison.Ordinal) && !IsComposed(key, inFolder)
        select $"{file.Path}: {key}");

    /// <summary>A folder below without texts of its own speaks with those above it.</summary>
    private static bool IsOf(SourceFile texts, SourceFile code) =>
        code.Folder == texts.Folder
        || (code.Folder.StartsWith(texts.Folder + "/", StringComparison.Ordinal) && !English.Any(own => own.Folder == code.Folder));

    /// <summary>As Text.Key, or as the literal "Key" of a Wording.</summary>
    private static bool IsNamed(string key, string code) => Regex.IsMatch(code, $@"\bText\.{key}\b|""{key}""");

    /// <summary>As $"Prefix_{code}", or by the type and member of an enum where the Wording puts those together.</summary>
    private static bool IsComposed(string key, string code)
    {
        var prefix = key.Split('_')[0];
        if (prefix == key) return false;
        if (code.Contains($"$\"{prefix}_{{", StringComparison.Ordinal)) return true;
        return code.Contains("{typeof(T).Name}_{", StringComparison.Ordinal)
            && Enums[prefix].Any(type => Enum.GetNames(type).Contains(key[(prefix.Length + 1)..]));
    }

    private static bool Same(string? english, string? chinese) =>
        english is not null && chinese is not null && ResourceSweep.Placeholders(english).SequenceEqual(ResourceSweep.Placeholders(chinese));

    private static Dictionary<string, string> Texts(SourceFile file) =>
        file.Xml.Elements("data").GroupBy(data => (string)data.Attribute("name")!).ToDictionary(group => group.Key, group => group.First().Element("value")!.Value);

    private static IEnumerable<string> Keys(SourceFile file) => file.Xml.Elements("data").Select(data => (string)data.Attribute("name")!);
}
