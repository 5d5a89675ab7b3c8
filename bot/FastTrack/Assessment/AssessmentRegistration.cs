using FastTrackBot.FastTrack.Assessment.Checks;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Platform.Delivery;

namespace FastTrackBot.FastTrack.Assessment;

internal static class AssessmentRegistration
{
    public static IServiceCollection AddAssessment(this IServiceCollection services)
    {
        // In the order in which a reader looks at them.
        services.AddSingleton<Check, LicenceCheck>();
        services.AddSingleton<Check, LicenceErrorCheck>();
        services.AddSingleton<Check, UsageLocationCheck>();
        services.AddSingleton<Check, DomainCheck>();
        services.AddSingleton<Check, MxCheck>();
        services.AddSingleton<Check, SpfCheck>();
        services.AddSingleton<Check, DkimCheck>();
        services.AddSingleton<Check, DmarcCheck>();
        services.AddSingleton<Check, RecordCheck>();
        services.AddSingleton<Check, LegacyRecordCheck>();
        services.AddSingleton<Check, SyncCheck>();
        services.AddSingleton<Check, ProvisioningCheck>();
        services.AddSingleton<Check, SignInCheck>();
        services.AddSingleton<Check, GlobalAdminCheck>();
        services.AddSingleton<Check, SecureScoreCheck>();
        services.AddSingleton<Check, MailboxCheck>();
        services.AddSingleton<Check, IncidentCheck>();
        services.AddSingleton<PersonalData, AssessmentData>();
        services.AddSingleton<AssessmentRunner>();
        services.AddSingleton<AssessmentAccess>();
        services.AddSingleton<AssessmentCard>();
        services.AddSingleton<QuestionsCard>();
        services.AddSingleton<WorkKind, AssessmentWork>();
        services.AddSingleton<WorkKind, AssessmentCardWork>();
        services.AddSingleton<WorkKind, ReassessWork>();
        services.AddSingleton<CardVerb, AssessmentShow>();
        services.AddSingleton<CardVerb, QuestionsSave>();
        services.AddSingleton<StatusPart, QuestionsStatus>();
        services.AddSingleton<Command, QuestionsCommand>();
        return services.AddSingleton<Command, AssessCommand>();
    }
}
