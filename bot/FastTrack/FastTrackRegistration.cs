using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Adoption;
using FastTrackBot.FastTrack.Assessment;
using FastTrackBot.FastTrack.Assistance;
using FastTrackBot.FastTrack.Channels;
using FastTrackBot.FastTrack.Checkpoints;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Eligibility;
using FastTrackBot.FastTrack.Enablement;
using FastTrackBot.FastTrack.Feedback;
using FastTrackBot.FastTrack.Files;
using FastTrackBot.FastTrack.Forgetting;
using FastTrackBot.FastTrack.Health;
using FastTrackBot.FastTrack.Lifecycle;
using FastTrackBot.FastTrack.Portfolio;
using FastTrackBot.FastTrack.Questions;
using FastTrackBot.FastTrack.Recording;
using FastTrackBot.FastTrack.Remediation;
using FastTrackBot.FastTrack.Reminders;
using FastTrackBot.FastTrack.Retention;
using FastTrackBot.FastTrack.Tags;
using FastTrackBot.FastTrack.Team;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.Delivery;
using Microsoft.Extensions.Options;

namespace FastTrackBot.FastTrack;

public static class FastTrackRegistration
{
    /// <summary>The capabilities: each one's dialogs, commands and what they need.</summary>
    public static IServiceCollection AddFastTrack(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.Section);
        // Compiled beside the rest of the start, which waits for it below: a fault in a template ends it.
        var cards = Task.Run(CardLibrary.Load);
        services.AddSingleton(_ => cards.GetAwaiter().GetResult());
        services.AddSingleton<GroupMembers>();
        services.AddSingleton<Roles>();
        services.AddSingleton<EngagementAccess>();
        services.AddSingleton<EngagementGate>();
        services.AddSingleton<CommandSet>();
        services.AddSingleton<CardVerbSet>();
        services.AddSingleton<Phrasebook>();
        services.AddSingleton<Understanding>();
        services.AddSingleton<Intents>();
        services.AddSingleton<Notice>();
        services.AddSingleton<Greeting>();
        services.AddSingleton<PersonalData, GreetingData>();
        services.AddSingleton<FileAnswers>();
        services.AddSingleton<CardVerb, FileOffer>();
        services.AddSingleton<CardVerb, TenantFileOffer>();

        services.AddSingleton<Menu>();
        services.AddSingleton<Command>(provider => provider.GetRequiredService<Menu>());
        services.AddSingleton<Command, HealthCommand>();

        // The parts of "status" come in this order: the checklist last, as the latest card is the one that people work on.
        return services.AddEligibility().AddAssistance().AddAssessment().AddCheckpoints().AddLifecycle().AddTeam().AddRemediation().AddEnablement().AddAdoption().AddChannels().AddTags().AddPortfolio().AddRecording().AddReminders().AddQuestions().AddFeedback().AddForgetting().AddRetention();
    }

    private static IServiceCollection AddEligibility(this IServiceCollection services)
    {
        services.AddSingleton<LicenceReader>();
        services.AddSingleton<PersonalData, EligibilityData>();
        services.AddSingleton<Expiry, EligibilityExpiry>();
        services.AddSingleton<Dialog, EligibilityDialog>();
        return services.AddSingleton<Command, EligibilityCommand>();
    }

    private static IServiceCollection AddAssistance(this IServiceCollection services)
    {
        services.AddOptions<AssistanceOptions>().BindConfiguration(AssistanceOptions.Section);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<AssistanceOptions>>().Value.ReadCustomers());
        services.AddSingleton<Requests>();
        services.AddSingleton<PersonalData, RequestData>();
        services.AddSingleton<Expiry, RequestExpiry>();
        services.AddSingleton(new EngagementDetail(RequestRecord.Kind.Name, (tenant, engagement) => (tenant, engagement.RequestId)));
        services.AddSingleton<Dialog, AssistanceDialog>();
        services.AddSingleton<Dialog, FilingDialog>();
        services.AddSingleton<Dialog, WithdrawalDialog>();
        services.AddSingleton<Command, RequestCommand>();
        services.AddSingleton<Command, FiledCommand>();
        services.AddSingleton<Command, WithdrawCommand>();
        return services.AddSingleton<StatusPart, RequestStatus>();
    }
}
