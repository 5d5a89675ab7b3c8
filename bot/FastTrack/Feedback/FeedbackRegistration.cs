using FastTrackBot.FastTrack.Commands;

namespace FastTrackBot.FastTrack.Feedback;

internal static class FeedbackRegistration
{
    public static IServiceCollection AddFeedback(this IServiceCollection services)
    {
        services.AddSingleton<FeedbackDesk>();
        services.AddSingleton<FeedbackCard>();
        services.AddSingleton<TenantFile, FeedbackFile>();
        services.AddSingleton<PersonalData, FeedbackData>();
        services.AddSingleton<Command, FeedbackCommand>();
        services.AddSingleton<CardVerb, FeedbackGive>();
        return services.AddSingleton<CardVerb, FeedbackShow>();
    }
}
