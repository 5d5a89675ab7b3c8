using System.Reflection;
using System.Resources;
using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Platform.BotFramework.Dialogs;
using Words = FastTrackBot.Platform.BotFramework.Dialogs.Text;

namespace FastTrackBot.Tests.Platform.BotFramework.Dialogs;

public sealed class PhrasesTests
{
    private static readonly Phrases Help = new(Words.ResourceManager, nameof(Words.WordsHelp));

    [Theory]
    [InlineData("help")]
    [InlineData(" Help! ")]
    [InlineData("“help”")]
    [InlineData("/help")]
    [InlineData("帮助。")]
    [InlineData("?")]
    [InlineData(" ？ ")]
    public void A_phrase_is_known_whatever_is_around_it(string text) => Assert.True(Help.Match(text));

    [Theory]
    [InlineData("")]
    [InlineData("helpful")]
    [InlineData("help me")]
    [InlineData("??")]
    [InlineData("!")]
    public void Anything_else_is_none(string text) => Assert.False(Help.Match(text));

    [Fact]
    public void A_text_of_any_length_is_answered() => Assert.False(Help.Match(new string(' ', 1_000_000) + "help"));

    [Fact]
    public void A_key_that_is_missing_is_told() => Assert.Throws<MissingManifestResourceException>(() => new Phrases(Words.ResourceManager, "no-such"));

    [Fact]
    public void No_phrase_belongs_to_two_commands_in_any_language()
    {
        var phrases = Resources().SelectMany(resources => Entries(resources, "Phrases")).ToList();

        Assert.True(phrases.Count > 20, "The sweep finds too few phrases.");
        Assert.Empty(phrases.GroupBy(phrase => phrase.Phrase, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Select(phrase => phrase.Key).Distinct().Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(", ", group.Select(phrase => phrase.Key).Distinct())}"));
    }

    [Fact]
    public void No_word_of_a_step_means_two_things_and_none_but_help_begins_something_else()
    {
        var words = Entries(Words.ResourceManager, "Words").ToList();
        var commands = Resources().SelectMany(resources => Entries(resources, "Phrases")).Where(phrase => !phrase.Key.EndsWith("PhrasesHelp", StringComparison.Ordinal))
            .Select(phrase => phrase.Phrase).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.Equal(4, words.Select(word => word.Key).Distinct().Count());
        Assert.Equal(words.Count, words.Select(word => word.Phrase).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.DoesNotContain(words, word => commands.Contains(word.Phrase));
    }

    private static IEnumerable<(string Key, string Phrase)> Entries(ResourceManager resources, string prefix) =>
        from language in Phrases.Languages
        from System.Collections.DictionaryEntry entry in resources.GetResourceSet(language, createIfNotExists: true, tryParents: true)!
        where ((string)entry.Key).StartsWith(prefix, StringComparison.Ordinal)
        from phrase in ((string)entry.Value!).Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        select ($"{resources.BaseName}.{entry.Key}", phrase);

    private static IEnumerable<ResourceManager> Resources() => typeof(Command).Assembly.GetTypes()
        .Where(type => type.Name == "Text" && type.Namespace!.StartsWith(typeof(Engagement).Namespace!, StringComparison.Ordinal))
        .Select(type => type.GetProperty("ResourceManager", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(null)).Cast<ResourceManager>();
}
