namespace FastTrackBot.FastTrack.Assessment;

/// <summary>What people answered for their tenant. They outlive the assessments: nobody is asked twice.</summary>
public sealed record TenantAnswers(IReadOnlyList<Answer> All)
{
    public static readonly TenantAnswers None = new([]);

    public Answer? To(string question) => All.FirstOrDefault(answer => answer.Question == question);

    public TenantAnswers With(Answer answer) => new([.. All.Where(other => other.Question != answer.Question), answer]);
}

/// <param name="Asked">Who is said to know, as it was typed.</param>
/// <param name="By">Who answered for them.</param>
public sealed record Answer(string Question, AnswerState State, string Asked, Person By, DateTimeOffset At);

public enum AnswerState
{
    Open,
    Fine,
    ToDo,
}
