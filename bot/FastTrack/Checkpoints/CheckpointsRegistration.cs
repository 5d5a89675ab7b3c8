using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.Delivery;

namespace FastTrackBot.FastTrack.Checkpoints;

internal static class CheckpointsRegistration
{
    public static IServiceCollection AddCheckpoints(this IServiceCollection services)
    {
        services.AddOptions<CheckpointOptions>().BindConfiguration(CheckpointOptions.Section);
        services.AddSingleton<CheckpointListCard>();
        services.AddSingleton<MeetingCard>();
        services.AddSingleton<MeetingForms>();
        services.AddSingleton<Agendas>();
        services.AddSingleton<CheckpointDesk>();
        services.AddSingleton<MeetingCalendar>();
        services.AddSingleton<WorkKind, CheckpointWork>();
        services.AddSingleton(EngagementDetail.One(CalendarNote.Kind.Name));
        services.AddSingleton<Dialog, PlanDialog>();
        services.AddSingleton<Command, CheckpointsCommand>();
        services.AddSingleton<Command, PlanCommand>();
        services.AddSingleton<StatusPart, MissedStatus>();
        services.AddSingleton<CardVerb, CheckpointsShow>();
        services.AddSingleton<CardVerb, CheckpointOpen>();
        services.AddSingleton<CardVerb, CheckpointEdit>();
        services.AddSingleton<CardVerb, CheckpointMove>();
        services.AddSingleton<CardVerb, CheckpointCancel>();
        services.AddSingleton<CardVerb, CheckpointMinutes>();
        services.AddSingleton<CardVerb, CheckpointHeld>();
        return services.AddSingleton<CardVerb, CheckpointCapture>();
    }
}
