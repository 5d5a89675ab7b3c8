namespace FastTrackBot.FastTrack.Assessment;

/// <summary>What Microsoft Graph cannot see, and somebody has to answer. The texts are named after the ids.</summary>
public static class Questions
{
    private static readonly QuestionFile File = EmbeddedData.Read("FastTrack/Assessment/Data/questions.json", AssessmentDataJson.Default.QuestionFile);

    /// <summary>In the order in which they are asked.</summary>
    public static IReadOnlyList<string> All { get; } = [.. File.Questions.Select(question => question.Id)];

    /// <summary>Those of a tenant: the usual ones, and one for each check that the bot may not make.</summary>
    public static IReadOnlyList<string> Of(TenantAssessment? assessment) =>
        [.. All, .. (assessment?.Checks ?? []).Where(check => check.State == CheckState.NotPermitted).Select(check => check.CheckId)];

    /// <summary>How many nobody has answered yet.</summary>
    public static int Open(TenantAssessment? assessment, TenantAnswers answers) =>
        Of(assessment).Count(question => answers.To(question) is null or { State: AnswerState.Open });
}

internal sealed record QuestionFile(Source Source, IReadOnlyList<QuestionEntry> Questions);

internal sealed record QuestionEntry(string Id);
