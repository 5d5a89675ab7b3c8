using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Platform.Delivery;

namespace FastTrackBot.FastTrack.Forgetting;

internal static class ForgettingRegistration
{
    public static IServiceCollection AddForgetting(this IServiceCollection services)
    {
        services.AddSingleton<PersonalData, ConversationData>();
        services.AddSingleton<PersonalData, EngagementData>();
        services.AddSingleton<ForgetCard>();
        services.AddSingleton<Command, ForgetCommand>();
        services.AddSingleton<CardVerb, ForgetVerb>();
        return services.AddSingleton<WorkKind, ForgetWork>();
    }
}
