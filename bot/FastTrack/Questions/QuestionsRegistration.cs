using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Questions.Knowledge;
using FastTrackBot.FastTrack.Questions.Model;

namespace FastTrackBot.FastTrack.Questions;

internal static class QuestionsRegistration
{
    public static IServiceCollection AddQuestions(this IServiceCollection services)
    {
        services.AddOptions<QuestionOptions>().BindConfiguration(QuestionOptions.Section);
        services.AddSingleton<KnowledgeIndex>();
        services.AddHostedService<KnowledgeStart>();
        services.AddHealthChecks().AddCheck<KnowledgeHealth>("knowledge");
        services.AddSingleton<WhomToAsk>();
        services.AddSingleton<AnswerCard>();
        services.AddSingleton<QuestionDesk>();
        services.AddSingleton<FeedbackKind, AnswerFeedback>();
        services.AddQuestionModel();
        return services.AddSingleton<Command, AskCommand>();
    }
}
