using System.Globalization;
using System.Text.Json;
using FastTrackBot.FastTrack.Questions;
using FastTrackBot.FastTrack.Questions.Knowledge;
using FastTrackBot.Tests.Cards;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FastTrackBot.Tests.FastTrack.Questions;

/// <summary>
/// Asks questions in twelve languages that were written without knowing the index: the right passage has to be among the first three, and what no passage
/// answers has to be admitted. With the first set words, weights and thresholds were chosen, with the second how much certainty an answer takes; the fresh one only reports, and nobody sees what is wrong there.
/// </summary>
public sealed class QuestionJudge : IDisposable
{
    private const string Folder = "tests/FastTrackBot.Tests/FastTrack/Questions/Data";
    private const string Chosen = "questions.json";
    private const string Threshold = "questions-threshold.json";
    private const string Fresh = "questions-fresh.json";

    private readonly KnowledgeIndex _index = new(Options.Create(new QuestionOptions()), NullLogger<KnowledgeIndex>.Instance);

    public void Dispose() => _index.Dispose();

    /// <param name="file">One set of questions.</param>
    /// <param name="right">The least share of the answers: a little below what is reached, so that a better text elsewhere does not break the build; the README has the figures.</param>
    /// <param name="admitted">The same of what nobody wrote about.</param>
    [Theory]
    [InlineData(Chosen, 0.92, 0.95)]
    [InlineData(Threshold, 0.9, 0.8)]
    [InlineData(Fresh, 0.9, 0.85)]
    public void The_right_passage_is_among_the_first_three_and_what_nobody_wrote_about_is_not_answered(string file, double right, double admitted)
    {
        var path = Path.Combine(RepositoryFiles.Root, Folder, file);
        Assert.SkipUnless(File.Exists(path), $"{Folder}/{file} is not there.");
        var asked = Read(path).Select(Judge).ToList();
        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine("| Language | Right among three | Right at first | Admitted | Passages shown |");
        foreach (var language in asked.GroupBy(entry => entry.Question.Language)) output.WriteLine(Row(language.Key, [.. language]));
        output.WriteLine(Row("all", asked));
        if (file == Chosen)
        {
            foreach (var wrong in asked.Where(entry => !entry.Right)) output.WriteLine($"{wrong.Question.Id}: {wrong.Question.Text} -> {wrong.Given}, expected {string.Join(", ", wrong.Question.Expects)}");
        }

        Assert.All(asked.GroupBy(entry => entry.Question.Answerable), group =>
            Assert.True(Share(group, entry => entry.Right) >= (group.Key ? right : admitted), $"{(group.Key ? "Answerable" : "Not answerable")}: {Share(group, entry => entry.Right):P1}"));
    }

    private Judged Judge(Asked question)
    {
        var language = QuestionLanguage.Of(question.Text, question.Language);
        var found = _index.Search(question.Text, language, AnswerRules.MostPassages);
        var answer = AnswerRules.Choose(found, SearchSettings.Default.Known);
        List<Passage> shown = answer is null ? [] : [answer.Best, .. answer.Others];
        var given = string.Join(' ', found.Select(hit => string.Create(CultureInfo.InvariantCulture, $"{hit.Passage.Id} {hit.Strength:0.00} {hit.Certainty:0.00}")));
        var right = question.Answerable ? shown.Any(passage => question.Expects.Contains(passage.Id)) : answer is null;
        return new Judged(question, right, answer is not null && question.Expects.Contains(answer.Best.Id), shown.Count, $"[{language}] {given}");
    }

    private static string Row(string language, IReadOnlyList<Judged> asked)
    {
        var (answerable, others) = (asked.Where(entry => entry.Question.Answerable).ToList(), asked.Where(entry => !entry.Question.Answerable).ToList());
        var shown = answerable.Where(entry => entry.Shown > 0).Select(entry => entry.Shown).DefaultIfEmpty().Average();
        return string.Create(CultureInfo.InvariantCulture, $"| {language} | {Of(answerable, entry => entry.Right)} | {Of(answerable, entry => entry.First)} | {Of(others, entry => entry.Right)} | {shown:0.0} |");
    }

    private static string Of(List<Judged> asked, Func<Judged, bool> good) =>
        asked.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{asked.Count(good)} of {asked.Count} ({Share(asked, good):P0})");

    private static double Share(IEnumerable<Judged> asked, Func<Judged, bool> good) => asked.Average(entry => good(entry) ? 1.0 : 0.0);

    private static IEnumerable<Asked> Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        var root = document.RootElement;
        return
        [
            .. (root.ValueKind == JsonValueKind.Array ? root : root.GetProperty("questions")).EnumerateArray().Select(entry => new Asked(
                entry.GetProperty("id").ToString(), entry.GetProperty("language").GetString()!, entry.GetProperty("question").GetString()!,
                entry.TryGetProperty("expects", out var expects) && expects.ValueKind == JsonValueKind.Array ? [.. expects.EnumerateArray().Select(id => id.GetString()!)] : [])),
        ];
    }

    /// <param name="Expects">Passages any of which answers it; none where the texts have no answer.</param>
    private sealed record Asked(string Id, string Language, string Text, IReadOnlyList<string> Expects)
    {
        public bool Answerable => Expects.Count > 0;
    }

    private sealed record Judged(Asked Question, bool Right, bool First, int Shown, string Given);
}
