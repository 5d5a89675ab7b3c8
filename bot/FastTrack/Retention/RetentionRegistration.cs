using FastTrackBot.Platform.Delivery;
using Microsoft.Extensions.Options;

namespace FastTrackBot.FastTrack.Retention;

internal static class RetentionRegistration
{
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section);
        services.AddSingleton<Expiry, AbandonedDialogs>();
        services.AddSingleton<Expiry, UnseenPeople>();
        services.AddSingleton<Expiry, ClosedEngagements>();
        services.AddSingleton(EngagementDetail.Many(EngagementHistory.Kind.Name));
        services.AddSingleton(EngagementDetail.Many(CheckpointDocument.Kind.Name));
        services.AddSingleton(EngagementDetail.One(RemediationDocument.Kind.Name));
        services.AddSingleton<WorkKind, RetentionWork>();
        services.AddSingleton(provider =>
            new StandingWork(RetentionWork.KindName, RetentionWork.Key, provider.GetRequiredService<IOptions<RetentionOptions>>().Value.Enabled));
        services.AddHealthChecks().AddCheck<RetentionHealth>("retention");
        return services;
    }
}
