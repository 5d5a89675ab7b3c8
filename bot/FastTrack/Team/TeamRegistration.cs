using FastTrackBot.FastTrack.Commands;

namespace FastTrackBot.FastTrack.Team;

internal static class TeamRegistration
{
    public static IServiceCollection AddTeam(this IServiceCollection services)
    {
        services.AddSingleton<PersonFinder>();
        services.AddSingleton<TeamCard>();
        services.AddSingleton<Command, TeamCommand>();
        services.AddSingleton<CardVerb, TeamAdd>();
        return services.AddSingleton<CardVerb, TeamRemove>();
    }
}
