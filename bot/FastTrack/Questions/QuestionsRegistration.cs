using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Questions.Knowledge;

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
        return services.AddSingleton<Command, AskCommand>();
    }
}
