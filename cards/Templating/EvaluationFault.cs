namespace FastTrackBot.Cards.Templating;

/// <summary>
/// A failure that even `if`, `or` and comparisons do not forgive: in the reference an index into something that failed throws, while every
/// other failure is a value.
/// </summary>
internal sealed class EvaluationFault(string reason, Expression where) : Exception(reason)
{
    public Expression Where => where;
}
