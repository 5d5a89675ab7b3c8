using FastTrackBot.FastTrack.Commands;

namespace FastTrackBot.FastTrack.Tags;

internal static class TagsRegistration
{
    public static IServiceCollection AddTags(this IServiceCollection services)
    {
        services.AddSingleton<TagsCard>();
        services.AddSingleton<Command, TagsCommand>();
        services.AddSingleton<CardVerb, TagsSave>();
        services.AddSingleton<EngagementsCard>();
        services.AddSingleton<Command, EngagementsCommand>();
        return services.AddSingleton<CardVerb, EngagementsFilter>();
    }
}
