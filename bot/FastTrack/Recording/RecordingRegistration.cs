using FastTrackBot.Platform.Delivery;

namespace FastTrackBot.FastTrack.Recording;

internal static class RecordingRegistration
{
    public static IServiceCollection AddRecording(this IServiceCollection services)
    {
        services.AddOptions<RecordingOptions>().BindConfiguration(RecordingOptions.Section);
        services.AddSingleton<RecordedList>();
        services.AddSingleton<PlannerPeople>();
        services.AddSingleton<RecordedTasks>();
        services.AddSingleton<RecordedPlan>();
        services.AddSingleton<WorkKind, RecordWork>();
        services.AddSingleton(EngagementDetail.One(RecordingNote.Kind.Name));
        services.AddHealthChecks().AddCheck<RecordingHealth>("recording");
        return services;
    }
}
