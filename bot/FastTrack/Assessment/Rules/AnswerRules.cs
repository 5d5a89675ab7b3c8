namespace FastTrackBot.FastTrack.Assessment.Rules;

public static class AnswerRules
{
    /// <summary>The check id of findings that people made.</summary>
    public const string CheckId = "answers";

    public static IEnumerable<Finding> Find(IEnumerable<Answer> answers) =>
        from answer in answers
        where answer.State == AnswerState.ToDo
        select FindingKinds.Find(CheckId, Found.Of("answer", answer.Question, answer.Asked.Length > 0 ? answer.Asked : answer.By.Name));

    /// <summary>The same assessment, with what people say today.</summary>
    public static TenantAssessment Apply(TenantAssessment assessment, IEnumerable<Answer> answers) => assessment with
    {
        Findings = AssessmentRules.Sort([.. assessment.Findings.Where(finding => finding.CheckId != CheckId), .. Find(answers)]),
    };
}
