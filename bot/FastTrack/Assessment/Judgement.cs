using FastTrackBot.FastTrack.Assessment.Rules;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Assessment;

/// <summary>Makes an assessment of what the checks found, compared with the one before, and saves it in that one's place.</summary>
internal static class Judgement
{
    public static async Task<TenantAssessment> SaveAsync(
        DocumentSession documents, string tenant, AssessmentMade made, IReadOnlyList<CheckResult> results, CancellationToken cancellationToken)
    {
        var before = await documents.ReadAsync(TenantAssessmentDocument.Kind, tenant, TenantAssessmentDocument.Id, cancellationToken);
        var answers = await documents.ReadAsync(TenantAnswersDocument.Kind, tenant, TenantAnswersDocument.Id, cancellationToken) ?? TenantAnswers.None;
        var assessment = AssessmentRules.Judge(made, results, before, answers);
        documents.Save(TenantAssessmentDocument.Kind, tenant, TenantAssessmentDocument.Id, assessment);
        return assessment;
    }
}
