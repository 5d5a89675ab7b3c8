using FastTrackBot.FastTrack.Questions.Knowledge;
using FastTrackBot.Platform;
using FastTrackBot.Tests.House;

namespace FastTrackBot.Tests.FastTrack.Questions.Knowledge;

public sealed class KnowledgePackTests
{
    private const string Good = "# Title\n\n## Is it free?\nid: cost\nsource: introduction-2021\nalso: price\nsee: eligibility\nask: fasttrack\n\nYes.\nIt is.\n";

    private static readonly KnowledgePack BuiltIn = KnowledgePack.Of(KnowledgePack.BuiltInFiles());

    public static TheoryData<string> Languages => [.. BuiltIn.Languages.Keys];

    [Fact]
    public void A_passage_is_read_with_all_that_belongs_to_it()
    {
        var pack = KnowledgePack.Of([new TextFile("README.md", "## Whatever"), new TextFile("en/1.md", Good)]);

        Assert.Empty(pack.Faults);
        var passage = Assert.Single(pack.Languages["en"]);
        Assert.Equal(("cost", "en", "Is it free?", "Yes. It is.", "price", "eligibility", AskWhom.FastTrack),
            (passage.Id, passage.Language, passage.Heading, passage.Text, passage.Also, passage.See, passage.Ask!.Value));
        Assert.Equal("introduction-2021", Assert.Single(passage.Sources).Id);
    }

    [Theory]
    [InlineData("id: cost", "id: Cost", "en/1.md(3): “id: Cost” is no id")]
    [InlineData("id: cost\n", "", "en/1.md(3): “id: ” is no id")]
    [InlineData("id: cost", "id: elsewhere", "en/1.md(3): “elsewhere” is what asked.md calls")]
    [InlineData("introduction-2021", "hearsay", "en/1.md(3): The source “hearsay” is not in")]
    [InlineData("source:", "sources:", "en/1.md(5): “sources: introduction-2021” is none of id, source")]
    [InlineData("ask: fasttrack", "ask: nobody", "en/1.md(3): “ask: nobody” is none of")]
    [InlineData("ask: fasttrack", "ask: 3", "en/1.md(3): “ask: 3” is none of")]
    [InlineData("ask: fasttrack", "id: cost", "en/1.md(8): “id” stands here twice.")]
    [InlineData("Yes.\nIt is.\n", "", "en/1.md(3): The paragraph of this heading has 0 characters")]
    [InlineData("# Title", "Title", "en/1.md(1): Text before the first heading")]
    [InlineData("## Is it free?", "## ", "en/1.md(3): The heading is empty.")]
    public void A_fault_is_told_with_its_file_and_line(string right, string wrong, string told)
    {
        var pack = KnowledgePack.Of([new TextFile("en/1.md", Good.Replace(right, wrong, StringComparison.Ordinal))]);

        Assert.Contains(pack.Faults, fault => fault.ToString().StartsWith(told, StringComparison.Ordinal));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var pack = KnowledgePack.Of([new TextFile("en/1.md", Good + Good), new TextFile("xx/1.md", Good), new TextFile("de/1.md", Good.Replace("id: cost", "id: kosten", StringComparison.Ordinal))]);

        Assert.Equal(3, pack.Faults.Count);
        Assert.Contains(pack.Faults, fault => fault.What.Contains("“cost” stands twice", StringComparison.Ordinal));
        Assert.Contains(pack.Faults, fault => fault.File == "xx/" && fault.What.Contains("pt-BR", StringComparison.Ordinal));
        Assert.Contains(pack.Faults, fault => fault.What.Contains("“kosten” is not among the English", StringComparison.Ordinal));
    }

    [Fact]
    public void A_pack_without_English_is_refused() =>
        Assert.Contains(KnowledgePack.Of([new TextFile("de/1.md", Good)]).Faults, fault => fault.What.Contains("no English passages", StringComparison.Ordinal));

    [Fact]
    public void The_built_in_texts_are_without_a_fault()
    {
        Assert.Empty(BuiltIn.Faults);
        Assert.InRange(BuiltIn.Languages["en"].Count, 60, 100);
    }

    /// <summary>A translation keeps what is not words; what it lacks would be answered in English.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void A_translation_has_every_passage_with_the_same_sources(string language)
    {
        var english = BuiltIn.Languages["en"].ToDictionary(passage => passage.Id);
        var own = BuiltIn.Languages[language].ToDictionary(passage => passage.Id);

        Assert.Equal(english.Keys.Order(), own.Keys.Order());
        Breaches.None(from passage in own.Values
                      let original = english[passage.Id]
                      where !passage.Sources.SequenceEqual(original.Sources) || passage.See != original.See || passage.Ask != original.Ask
                      select $"{language}: {passage.Id}");
        Breaches.None(from passage in own.Values
                      where language != "en" && passage.Heading == english[passage.Id].Heading
                      select $"{language}: {passage.Id} is not translated");
    }

    [Fact]
    public void An_operators_pack_takes_the_place_of_the_built_in_one_only_when_it_is_without_a_fault()
    {
        var folder = Directory.CreateTempSubdirectory("fasttrackbot-texts-");
        try
        {
            var file = Path.Combine(folder.CreateSubdirectory("en").FullName, "own.md");
            File.WriteAllText(file, Good);
            Assert.Equal("cost", Assert.Single(KnowledgePack.Load(folder.FullName).Languages["en"]).Id);

            File.WriteAllText(file, Good + "## Again\nid: again\n\nText.\n");
            var faulty = KnowledgePack.Load(folder.FullName);
            Assert.Equal(("en/own.md", 12), (faulty.Faults[0].File, faulty.Faults[0].Line));
            Assert.True(faulty.Languages["en"].Count > 60);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Assert.Contains("Questions:KnowledgeFolder", Assert.Single(KnowledgePack.Load(folder.FullName).Faults).What, StringComparison.Ordinal);
    }
}
