using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Enablement.Pilot;

namespace FastTrackBot.FastTrack.Enablement;

internal static class EnablementRegistration
{
    public static IServiceCollection AddEnablement(this IServiceCollection services)
    {
        services.AddSingleton<ExitCheck, CompletionMilestoneReached>();
        services.AddSingleton<EnablementReader>();
        services.AddSingleton<EnablementCard>();
        services.AddSingleton<EnablementView>();
        services.AddSingleton<Command, EnablementCommand>();
        services.AddSingleton<CardVerb, EnablementRefresh>();
        services.AddSingleton<CardVerb, EnablementSay>();
        return services.AddPilot();
    }

    private static IServiceCollection AddPilot(this IServiceCollection services)
    {
        services.AddSingleton<PersonalData, PilotData>();
        services.AddSingleton(EngagementDetail.One(PilotDocument.Kind.Name));
        services.AddSingleton(EngagementDetail.One(EnablementDocument.Kind.Name));
        services.AddSingleton<PilotReader>();
        services.AddSingleton<PilotCard>();
        services.AddSingleton<PilotView>();
        services.AddSingleton<Command, PilotCommand>();
        services.AddSingleton<CardVerb, PilotShow>();
        services.AddSingleton<CardVerb, PilotAdd>();
        services.AddSingleton<CardVerb, PilotRefresh>();
        services.AddSingleton<CardVerb, PilotRemove>();
        return services.AddSingleton<CardVerb, PilotSay>();
    }
}
