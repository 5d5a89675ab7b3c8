using FastTrackBot.FastTrack.Adoption.Review;
using FastTrackBot.FastTrack.Adoption.Tips;
using FastTrackBot.FastTrack.Adoption.Use;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Platform.Delivery;

namespace FastTrackBot.FastTrack.Adoption;

internal static class AdoptionRegistration
{
    public static IServiceCollection AddAdoption(this IServiceCollection services)
    {
        services.AddSingleton<PersonalData, AdoptionData>();
        services.AddSingleton(EngagementDetail.One(AdoptionDocument.Kind.Name));
        services.AddSingleton(EngagementDetail.One(UseDocument.Kind.Name));
        services.AddSingleton(EngagementDetail.One(TipsDocument.Kind.Name));
        services.AddSingleton<AdoptionCard>();
        services.AddSingleton<AdoptionView>();
        services.AddSingleton<TaskListCard>();
        services.AddSingleton<TaskCard>();
        services.AddSingleton<Command, AdoptionCommand>();
        services.AddSingleton<CardVerb, AdoptionRefresh>();
        services.AddSingleton<CardVerb, StageAdvance>();
        services.AddSingleton<CardVerb, StageReturn>();
        services.AddSingleton<CardVerb, GoalsSave>();
        services.AddSingleton<CardVerb, TasksOpen>();
        services.AddSingleton<CardVerb, TasksSave>();
        services.AddSingleton<CardVerb, TaskOpen>();
        services.AddSingleton<CardVerb, TaskSave>();
        return services.AddUse().AddTips().AddReview();
    }

    private static IServiceCollection AddUse(this IServiceCollection services)
    {
        services.AddSingleton<UseReader>();
        services.AddSingleton<UseCard>();
        services.AddSingleton<UseDesk>();
        services.AddSingleton<WorkKind, UseWork>();
        services.AddSingleton<Command, UseCommand>();
        return services.AddSingleton<CardVerb, UseRefresh>();
    }

    private static IServiceCollection AddTips(this IServiceCollection services)
    {
        services.AddSingleton<TipCard>();
        services.AddSingleton<WorkKind, TipWork>();
        services.AddSingleton<Command, TipCommand>();
        services.AddSingleton<Command, TipsHereCommand>();
        services.AddSingleton<Command, NoTipsHereCommand>();
        services.AddSingleton<CardVerb, TipTakeUp>();
        return services.AddSingleton<CardVerb, TipsStop>();
    }

    private static IServiceCollection AddReview(this IServiceCollection services)
    {
        services.AddSingleton<ReviewCard>();
        services.AddSingleton<FileKind, ReviewFile>();
        return services.AddSingleton<CardVerb, ReviewShow>();
    }
}
