using FastTrackBot.FastTrack.Questions.Knowledge;
using FastTrackBot.Platform;

namespace FastTrackBot.Tests.FastTrack.Questions.Knowledge;

public sealed class AskedFileTests
{
    private const string Passages = "## Is it free?\nid: cost\nsource: introduction-2021\n\nYes.\n";
    private const string Good = "# How people ask\n\n## cost\n\n- what's the price\n- Do we have to pay?\n\n## elsewhere\n\n- Where is my pizza?\n";

    [Fact]
    public void Questions_are_read_with_the_passage_that_answers_them()
    {
        var pack = Pack(Good);

        Assert.Empty(pack.Faults);
        Assert.Equal([("cost", "what's the price"), ("cost", "Do we have to pay?"), ("elsewhere", "Where is my pizza?")], pack.Asked["en"].Select(asked => (asked.Id, asked.Text)));
        Assert.Single(pack.Languages["en"]);
    }

    [Fact]
    public void A_pack_may_be_without() => Assert.Empty(KnowledgePack.Of([new TextFile("en/1.md", Passages)]).Asked["en"]);

    [Theory]
    [InlineData("## cost", "## costs", "en/asked.md(3): “costs” is neither the id of a passage")]
    [InlineData("## elsewhere", "## cost", "en/asked.md(8): “cost” stands here twice.")]
    [InlineData("- Where is my pizza?\n", "", "en/asked.md(8): “elsewhere” has no questions.")]
    [InlineData("- what's the price\n- Do we have to pay?\n", "", "en/asked.md(3): “cost” has no questions.")]
    [InlineData("- Do we have to pay?", "- ", "en/asked.md(6): ")]
    [InlineData("- Do we have to pay?", "- What's the price", "en/asked.md(6): “What's the price” stands here twice.")]
    [InlineData("- Do we have to pay?", "Do we have to pay?", "en/asked.md(6): Neither a heading")]
    [InlineData("# How people ask", "- Is it free?", "en/asked.md(1): Neither a heading")]
    public void A_fault_is_told_with_its_file_and_line(string right, string wrong, string told) =>
        Assert.StartsWith(told, Assert.Single(Pack(Good.Replace(right, wrong, StringComparison.Ordinal)).Faults).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Every_language_of_the_built_in_texts_has_ways_to_ask_for_every_passage()
    {
        var pack = KnowledgePack.BuiltIn();

        Assert.All(pack.Languages, language => Assert.Equal(
            language.Value.Select(passage => passage.Id).Append(AskedText.Elsewhere).Order(), pack.Asked[language.Key].Select(asked => asked.Id).Distinct().Order()));
    }

    private static KnowledgePack Pack(string asked) => KnowledgePack.Of([new TextFile("en/1.md", Passages), new TextFile("en/asked.md", asked)]);
}
