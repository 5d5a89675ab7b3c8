using System.Text.Json.Serialization;

namespace FastTrackBot.FastTrack.Assessment;

/// <summary>The data of the template <c>Assessment/Progress</c>.</summary>
/// <param name="Done">A bar as long as what is done, <paramref name="Ahead"/> as what is not.</param>
internal sealed record ProgressCardModel(string Lang, string Title, string Progress, string Hint, string Done, string Ahead);

/// <summary>The data of the template <c>Assessment/Result</c>.</summary>
internal sealed record AssessmentCardModel
{
    public required string Lang { get; init; }

    public required string Title { get; init; }

    public required string Headline { get; init; }

    public required string Style { get; init; }

    public required string MadeBy { get; init; }

    public required IReadOnlyList<CountRow> Counts { get; init; }

    public required string Changes { get; init; }

    /// <summary>Titles of what is no more; null where nothing is gone.</summary>
    public string? Gone { get; init; }

    public required IReadOnlyList<FindingRow> Findings { get; init; }

    public required string UnseenTitle { get; init; }

    public required IReadOnlyList<UnseenRow> Unseen { get; init; }

    public required string Details { get; init; }

    /// <summary>Null on the last page.</summary>
    public string? More { get; init; }

    public string? First { get; init; }

    /// <summary>Where the next page begins.</summary>
    public required int Next { get; init; }

    /// <summary>The button of the remediation plan; null where nothing needs one.</summary>
    public string? Plan { get; init; }

    public required string Questions { get; init; }

    public required string Again { get; init; }
}

internal sealed record CountRow(string Title, string Value);

/// <param name="Symbol">Coloured; the word beside it is not, as some clients paint warnings too pale to read.</param>
/// <param name="New">Null where the assessment before had it too.</param>
/// <param name="Link">Markdown.</param>
internal sealed record FindingRow(
    string Id, string Symbol, string Mark, string Color, string Title, string? New, string Evidence, string? Examples, string FixTitle, string Fix, string Link);

internal sealed record UnseenRow(string Title, string Words);

/// <summary>The data of the template <c>Assessment/Questions</c>.</summary>
internal sealed record QuestionsCardModel(
    string Lang, string Title, string Intro, string Progress, IReadOnlyList<QuestionRow> Questions, int From, string? More, int Next, string Save,
    string AnswerLabel, string AskedLabel, IReadOnlyList<ChoiceRow> Choices);

/// <param name="Why">Why it cannot be read, or who answered; null for neither.</param>
internal sealed record QuestionRow(string Id, string Topic, string Question, string? Why, string State, string Asked);

internal sealed record ChoiceRow(string Title, string Value);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProgressCardModel))]
[JsonSerializable(typeof(AssessmentCardModel))]
[JsonSerializable(typeof(QuestionsCardModel))]
internal sealed partial class AssessmentCardJson : JsonSerializerContext;
