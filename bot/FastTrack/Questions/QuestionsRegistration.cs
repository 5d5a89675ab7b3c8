using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Questions.Knowledge;
using FastTrackBot.FastTrack.Questions.Model;
using FastTrackBot.Platform.Hosting;

namespace FastTrackBot.FastTrack.Questions;

internal static class QuestionsRegistration
{
    public static IServiceCollection AddQuestions(this IServiceCollection services)
    {
        services.AddOptions<QuestionOptions>().BindConfiguration(QuestionOptions.Section);
        services.AddSingleton<KnowledgeIndex>();
        services.AddSingleton<IHostedService>(provider => new Preparation(provider.GetRequiredService<KnowledgeIndex>().Prepare));
        services.AddHealthChecks().AddCheck<KnowledgeHealth>("knowledge");
        services.AddSingleton<WhomToAsk>();
        services.AddSingleton<AnswerCard>();
        services.AddSingleton<QuestionDesk>();
        services.AddSingleton<FeedbackKind, AnswerFeedback>();
        services.AddQuestionModel();
        return services.AddSingleton<Command, AskCommand>();
    }
}
