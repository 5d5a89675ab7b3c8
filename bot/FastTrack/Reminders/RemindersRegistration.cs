using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Platform.BotFramework;
using FastTrackBot.Platform.Delivery;
using Microsoft.Extensions.Options;

namespace FastTrackBot.FastTrack.Reminders;

internal static class RemindersRegistration
{
    public static IServiceCollection AddReminders(this IServiceCollection services)
    {
        services.AddOptions<ReminderOptions>().BindConfiguration(ReminderOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ReminderOptions>, ReminderOptionsValidation>();
        services.AddSingleton(provider => new AppInstallSettings(
            provider.GetRequiredService<IOptions<ReminderOptions>>().Value.InstallForPeople ? provider.GetRequiredService<IOptions<BotOptions>>().Value.AppId : null));
        services.AddSingleton(provider => new StandingWork(BeginWork.KindName, BeginWork.Key, provider.GetRequiredService<IOptions<ReminderOptions>>().Value.Enabled));
        services.AddSingleton<AppInstaller>();
        services.AddSingleton<ReminderSender>();
        services.AddSingleton<ReminderPeople>();
        services.AddSingleton<ReminderTotals>();
        services.AddSingleton<DigestSender>();
        services.AddSingleton<DigestCard>();
        services.AddSingleton<ReminderCard>();
        services.AddSingleton<SettingsCard>();
        services.AddSingleton<CheckpointReminderCard>();
        services.AddSingleton<CheckpointQueue>();
        services.AddSingleton<CheckpointOutcomes>();
        services.AddSingleton<WorkKind, BeginWork>();
        services.AddSingleton<WorkKind, ReminderWork>();
        services.AddSingleton<WorkKind, DigestWork>();
        services.AddSingleton<WorkKind, CheckpointReminderWork>();
        services.AddSingleton<PersonalData, ReminderData>();
        services.AddSingleton<Expiry, ReminderExpiry>();
        services.AddSingleton(EngagementDetail.One(DigestDocument.Place.Name));
        services.AddSingleton(EngagementDetail.Many(DigestDocument.Reminded.Name));
        services.AddHealthChecks().AddCheck<ReminderHealth>("reminders");
        return services.AddPresses();
    }

    private static IServiceCollection AddPresses(this IServiceCollection services)
    {
        services.AddSingleton<ReminderDesk>();
        services.AddSingleton<SettingsDesk>();
        services.AddSingleton<Command, RemindersCommand>();
        services.AddSingleton<Command, RemindHereCommand>();
        services.AddSingleton<CardVerb, ReminderOpen>();
        services.AddSingleton<CardVerb, ReminderBack>();
        services.AddSingleton<CardVerb, ReminderNoted>();
        services.AddSingleton<CardVerb, ReminderSnooze>();
        services.AddSingleton<CardVerb, ReminderHandOver>();
        services.AddSingleton<CardVerb, ReminderMute>();
        services.AddSingleton<CardVerb, ReminderDone>();
        return services.AddSingleton<CardVerb, SettingsSave>();
    }
}
