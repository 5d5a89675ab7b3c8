using System.Diagnostics;
using FastTrackBot.FastTrack.Questions;
using FastTrackBot.FastTrack.Questions.Knowledge;
using FastTrackBot.Tests.House;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FastTrackBot.Tests.FastTrack.Questions.Knowledge;

public sealed class KnowledgeIndexTests : IDisposable
{
    private readonly KnowledgeIndex _index = new(Options.Create(new QuestionOptions()), NullLogger<KnowledgeIndex>.Instance);

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData("what is the minimum number of users to get a fasttrack engineer?", "seats-minimum")]
    [InlineData("can we use trial licenses", "paid-licences")]
    [InlineData("we are a university with 600 seats", "education")]
    [InlineData("how much do we have to pay", "cost")]
    [InlineData("do they speak japanese", "languages")]
    [InlineData("are PST files migrated", "pst-archives")]
    [InlineData("how many lisences do we nede", "seats-minimum")]
    [InlineData("migrating pstfiles", "pst-archives")]
    public void A_question_in_other_words_finds_its_passage(string question, string id) =>
        Assert.Contains(id, Found(question));

    [Theory]
    [InlineData("\"")]
    [InlineData("licences\" OR body:\"")]
    [InlineData("AND NOT NEAR(licences, 3) OR")]
    [InlineData("title : licences*")]
    [InlineData("^licences - + ( ) { } [ ]")]
    [InlineData("'; DROP TABLE texts; --")]
    [InlineData("\0\ud800😀")]
    public void Nothing_that_a_person_types_breaks_the_search(string question) => Assert.NotNull(Found(question));

    [Fact]
    public void A_very_long_question_costs_no_more_than_a_long_one()
    {
        var long_ = string.Join(' ', Enumerable.Range(0, 100_000).Select(n => $"licence{n}"));
        var begin = Stopwatch.GetTimestamp();

        _index.Search(long_, "en", 3);

        Assert.InRange(Stopwatch.GetElapsedTime(begin).TotalSeconds, 0, 2);
    }

    [Fact]
    public void A_language_that_is_not_there_is_answered_from_the_English_texts() =>
        Assert.Equal("en", _index.Search("Exchange Online Copilot", "xx", 1)[0].Passage.Language);

    [Theory]
    [InlineData("How do I install a printer driver?", "en", true)]
    [InlineData("Windows 的打印机驱动", "zh-Hans", true)]
    [InlineData("how can I blur the backgrond of a meeting", "en", true)]
    [InlineData("Kyocera のプリンターは使えますか", "ja", true)]
    [InlineData("Exchange は対象ですか", "ja", false)]
    [InlineData("How many licences do we need?", "en", false)]
    public void A_question_about_another_matter_is_known(string question, string language, bool elsewhere) =>
        Assert.Equal(elsewhere, AnswerRules.Choose(_index.Search(question, language, AnswerRules.MostPassages), SearchSettings.Default.Known) is null);

    [Theory]
    [InlineData("How many licences do we need?", "en-US", "en")]
    [InlineData("How many licences do we need?", "zh-CN", "en")]
    [InlineData("How many licences do we need?", "de-DE", "en")]
    [InlineData("Wie viele Lizenzen brauchen wir?", "en-US", "de")]
    [InlineData("Combien de licences nous faut-il ?", "en-US", "fr")]
    [InlineData("¿Cuántas licencias necesitamos?", "pt-BR", "es")]
    [InlineData("Lizenzen", "de-AT", "de")]
    [InlineData("E5", "ja-JP", "en")]
    [InlineData("需要多少许可证", "en-US", "zh-Hans")]
    [InlineData("需要多少授權", "en-US", "zh-Hant")]
    [InlineData("需要多少授權", "zh-CN", "zh-Hant")]
    [InlineData("需要多少", "zh-TW", "zh-Hant")]
    [InlineData("ライセンスはいくつ必要ですか", "en-US", "ja")]
    [InlineData("라이선스가 몇 개 필요한가요", "en-US", "ko")]
    [InlineData("ต้องมีกี่สิทธิ์", "en-US", "th")]
    [InlineData("Chúng tôi cần bao nhiêu giấy phép?", "en-US", "vi")]
    [InlineData("Quantas licenças precisamos para isso?", "pt-PT", "pt-BR")]
    [InlineData("?", "nl-NL", "en")]
    public void The_language_is_the_clients_unless_the_question_is_plainly_in_another(string question, string locale, string language) =>
        Assert.Equal(language, QuestionLanguage.Of(question, locale));

    private List<string> Found(string question) => [.. _index.Search(question, "en", 3).Select(found => found.Passage.Id)];

    /// <summary>Whoever asks just as a passage is headed gets it, whatever is near it elsewhere.</summary>
    [Fact]
    public void A_passage_is_found_by_its_own_heading() => Breaches.None(
        from language in _index.Counts.Keys
        from passage in KnowledgePack.BuiltIn().Languages[language]
        let found = _index.Search(passage.Heading, language, AnswerRules.MostPassages)
        where AnswerRules.Choose(found, SearchSettings.Default.Known) is not { } answer || answer.Others.Prepend(answer.Best).All(other => other.Id != passage.Id)
        select $"{language} {passage.Id}: {passage.Heading} -> {found[0].Passage.Id} {found[0].Certainty:0.00}");
}
