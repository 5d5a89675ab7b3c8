using FastTrackBot.FastTrack.Commands;

namespace FastTrackBot.FastTrack.Lifecycle;

internal static class LifecycleRegistration
{
    public static IServiceCollection AddLifecycle(this IServiceCollection services)
    {
        services.AddSingleton<ChecklistCard>();
        services.AddSingleton<CardVerb, ChecklistSave>();
        services.AddSingleton<CardVerb, ChecklistRefresh>();
        services.AddSingleton<ItemCard>();
        services.AddSingleton<CardVerb, ItemOpen>();
        services.AddSingleton<CardVerb, ItemSave>();
        services.AddSingleton<CardVerb, ItemNotNeeded>();
        services.AddSingleton<CardVerb, ItemNeeded>();
        services.AddSingleton<StatusPart, EngagementStatus>();
        services.AddSingleton<Command, StatusCommand>();
        services.AddSingleton<MessageExtension, StatusSearch>();
        return services.AddPhases().AddHistory();
    }

    private static IServiceCollection AddPhases(this IServiceCollection services)
    {
        services.AddSingleton<ExitCheck, RequiredItemsDone>();
        services.AddSingleton<ExitCheck, LeadNamed>();
        services.AddSingleton<ExitCheck, TeamNamed>();
        services.AddSingleton<ExitConditions>();
        services.AddSingleton<PhaseCard>();
        services.AddSingleton<PhaseView>();
        services.AddSingleton<Command, PhaseCommand>();
        services.AddSingleton<CardVerb, PhaseRefresh>();
        services.AddSingleton<CardVerb, PhaseAdvance>();
        services.AddSingleton<CardVerb, PhaseForce>();
        services.AddSingleton<CardVerb, PhaseReturn>();
        services.AddSingleton<CardVerb, EngagementClose>();
        return services.AddSingleton<CardVerb, EngagementReopen>();
    }

    private static IServiceCollection AddHistory(this IServiceCollection services)
    {
        services.AddSingleton<HistoryCard>();
        services.AddSingleton<Command, HistoryCommand>();
        return services.AddSingleton<CardVerb, HistoryPage>();
    }
}
