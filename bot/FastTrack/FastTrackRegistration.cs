using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Eligibility;
using FastTrackBot.FastTrack.Health;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform.BotFramework.Dialogs;

namespace FastTrackBot.FastTrack;

public static class FastTrackRegistration
{
    /// <summary>The capabilities: each one's dialogs, commands and what they need.</summary>
    public static IServiceCollection AddFastTrack(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.Section);
        services.AddSingleton(CardLibrary.Load());
        services.AddSingleton<Roles>();
        services.AddSingleton<CommandSet>();
        services.AddSingleton<Notice>();
        services.AddSingleton<Greeting>();

        services.AddSingleton<Menu>();
        services.AddSingleton<Command>(provider => provider.GetRequiredService<Menu>());
        services.AddSingleton<Command, HealthCommand>();

        services.AddSingleton<LicenceReader>();
        services.AddSingleton<Dialog, EligibilityDialog>();
        services.AddSingleton<Command, EligibilityCommand>();
        return services;
    }
}
