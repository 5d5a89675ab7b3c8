using FastTrackBot.FastTrack.Assessment.Checks;
using FastTrackBot.FastTrack.Commands;

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
        return services.AddSingleton<AssessmentRunner>();
    }
}
