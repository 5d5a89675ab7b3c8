using System.Globalization;
using System.Text.Json;
using FastTrackBot.FastTrack.Questions;
using FastTrackBot.FastTrack.Questions.Knowledge;
using FastTrackBot.Tests.Cards;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FastTrackBot.Tests.FastTrack.Questions;

/// <summary>
/// Asks a set of questions in twelve languages that was written without knowing the index: the right passage has to be among the first three, and what no passage
/// answers has to be admitted. Every second question of a language and kind is in the half that words and thresholds were chosen with; the other half only reports.
/// </summary>
public sealed class QuestionJudge : IDisposable
{
    private const string Chosen = "chosen with";
    private const string Reported = "reported";
    private const string Path = "tests/FastTrackBot.Tests/FastTrack/Questions/Data/questions.json";

    /// <summary>A little below what is reached, so that a better text elsewhere does not break the build; the README has the figures.</summary>
    private static readonly Dictionary<(string Half, bool Answerable), double> Least = new()
    {
        [(Chosen, true)] = 0.85,
        [(Chosen, false)] = 0.9,
        [(Reported, true)] = 0.75,
        [(Reported, false)] = 0.65,
    };

    private readonly KnowledgeIndex _index = new(Options.Create(new QuestionOptions()), NullLogger<KnowledgeIndex>.Instance);

    public void Dispose() => _index.Dispose();

    [Fact]
    public void The_right_passage_is_among_the_first_three_and_what_nobody_wrote_about_is_not_answered()
    {
        var file = System.IO.Path.Combine(RepositoryFiles.Root, Path);
        Assert.SkipUnless(File.Exists(file), $"{Path} is not there.");
        var asked = Read(file).Where(entry => _index.Counts.ContainsKey(entry.Language)).GroupBy(entry => (entry.Language, entry.Answerable)).SelectMany(group => group.Select((entry, at) => Judge(entry, at % 2 == 0 ? Chosen : Reported))).ToList();
        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine("| Language | Half | Right among three | Right at first | Admitted |");
        foreach (var row in asked.GroupBy(entry => (entry.Question.Language, entry.Half)).OrderBy(group => group.Key)) output.WriteLine(Row(row.Key.Language, row.Key.Half, [.. row]));
        foreach (var half in asked.GroupBy(entry => entry.Half)) output.WriteLine(Row("all", half.Key, [.. half]));
        foreach (var wrong in asked.Where(entry => !entry.Right)) output.WriteLine($"{wrong.Question.Language} {wrong.Question.Id} {wrong.Half}: {wrong.Question.Text} -> {wrong.Given}, expected {string.Join(", ", wrong.Question.Expects)}");

        Assert.All(asked.GroupBy(entry => (entry.Half, entry.Question.Answerable)), group =>
            Assert.True(Share(group, entry => entry.Right) >= Least[group.Key], $"{group.Key}: {Share(group, entry => entry.Right):P1}"));
    }

    private Judged Judge(Asked question, string half)
    {
        var language = QuestionLanguage.Of(question.Text, question.Language);
        var found = _index.Search(question.Text, language, AnswerRules.MostPassages);
        var answer = AnswerRules.Choose(found, _index.IsElsewhere(question.Text, language), SearchSettings.Default.Known);
        var given = string.Join(' ', found.Select(hit => string.Create(CultureInfo.InvariantCulture, $"{hit.Passage.Id} {hit.Strength:0.0} {hit.Coverage:0.00}")));
        var right = question.Answerable ? answer is not null && answer.Others.Prepend(answer.Best).Any(passage => question.Expects.Contains(passage.Id)) : answer is null;
        return new Judged(question, half, right, answer is not null && question.Expects.Contains(answer.Best.Id), $"[{language}] {given}");
    }

    private static string Row(string language, string half, IReadOnlyList<Judged> asked)
    {
        var (answerable, others) = (asked.Where(entry => entry.Question.Answerable).ToList(), asked.Where(entry => !entry.Question.Answerable).ToList());
        return $"| {language} | {half} | {Of(answerable, entry => entry.Right)} | {Of(answerable, entry => entry.First)} | {Of(others, entry => entry.Right)} |";
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

    private sealed record Judged(Asked Question, string Half, bool Right, bool First, string Given);
}
