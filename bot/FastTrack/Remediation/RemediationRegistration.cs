using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Remediation.Posts;
using FastTrackBot.Platform.Delivery;

namespace FastTrackBot.FastTrack.Remediation;

internal static class RemediationRegistration
{
    public static IServiceCollection AddRemediation(this IServiceCollection services)
    {
        services.AddSingleton<ExitCheck, TenantAssessed>();
        services.AddSingleton<ExitCheck, RemediationPlanned>();
        services.AddSingleton<ExitCheck, RemediationVerified>();
        services.AddSingleton<FileKind, PlanFile>();
        services.AddSingleton<PersonalData, PostData>();
        services.AddSingleton(EngagementDetail.Many(RemediationPosts.Kind.Name));
        services.AddSingleton<PostCard>();
        services.AddSingleton<PostDialogCard>();
        services.AddSingleton<PostRefusals>();
        services.AddSingleton<MessageExtension, PostExtension>();
        services.AddSingleton<Command, PostCommand>();
        services.AddSingleton<CardVerb, PostFixed>();
        services.AddSingleton<WorkKind, PostWork>();
        services.AddSingleton<PlanCard>();
        services.AddSingleton<PlanItemCard>();
        services.AddSingleton<PlanItems>();
        services.AddSingleton<Command, RemediationCommand>();
        services.AddSingleton<CardVerb, PlanShow>();
        services.AddSingleton<CardVerb, PlanFill>();
        services.AddSingleton<CardVerb, PlanItemOpen>();
        services.AddSingleton<CardVerb, PlanItemSave>();
        services.AddSingleton<CardVerb, PlanItemFixed>();
        services.AddSingleton<CardVerb, VerifyForCustomer>();
        services.AddSingleton<CardVerb, VerifyForFastTrack>();
        services.AddSingleton<CardVerb, PlanItemWaive>();
        return services.AddSingleton<CardVerb, PlanItemReopen>();
    }
}
