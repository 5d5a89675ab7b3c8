using FastTrackBot.FastTrack.Commands;

namespace FastTrackBot.FastTrack.Channels;

internal static class ChannelsRegistration
{
    public static IServiceCollection AddChannels(this IServiceCollection services)
    {
        services.AddSingleton<ChannelLinking>();
        services.AddSingleton<Arrival, LinkOnArrival>();
        services.AddSingleton<Command, LinkCommand>();
        return services.AddSingleton<CardVerb, LinkVerb>();
    }
}
