using FastTrackBot.FastTrack.Commands;

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
        return services.AddSingleton<CardVerb, EnablementSay>();
    }
}
