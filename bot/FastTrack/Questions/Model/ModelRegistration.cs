using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Model;
using Microsoft.Extensions.Options;

namespace FastTrackBot.FastTrack.Questions.Model;

internal static class ModelRegistration
{
    public static IServiceCollection AddQuestionModel(this IServiceCollection services)
    {
        services.AddOptions<ModelOptions>().BindConfiguration(ModelOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ModelOptions>, Validation>();
        services.AddModel(provider => provider.GetRequiredService<IOptions<ModelOptions>>().Value.ToAddress());
        services.AddSingleton<ModelQuestions>();
        services.AddSingleton<EngagementReader>();
        services.AddSingleton<ModelFunctions>();
        services.AddSingleton<ModelTalk>();
        services.AddSingleton<ProposalCard>();
        services.AddSingleton<ModelAnswers>();
        services.AddSingleton<WorkKind, AnswerWork>();
        services.AddSingleton<PersonalData, ModelData>();
        services.AddSingleton<Expiry, ModelExpiry>();
        services.AddHealthChecks().AddCheck<ModelHealth>("model");
        return services.AddSingleton<FeedbackKind, ModelFeedback>();
    }

    private sealed class Validation : IValidateOptions<ModelOptions>
    {
        public ValidateOptionsResult Validate(string? name, ModelOptions options) =>
            options.Problem() is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;
    }
}
