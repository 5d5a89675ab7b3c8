namespace FastTrackBot.Cards;

/// <summary>
/// A card template is faulty, or the data given to it cannot fill it. The message names template, JSON path, expression and reason.
/// </summary>
public sealed class CardTemplateException : Exception
{
    public CardTemplateException(string template, string path, string? expression, string reason, Exception? cause = null)
        : base($"Card template '{template}', {path}{(expression is null ? "" : $", \"{expression}\"")}: {reason}.", cause)
    {
        Template = template;
        Path = path;
        Expression = expression;
    }

    internal CardTemplateException(IReadOnlyCollection<CardTemplateException> faults)
        : base(string.Join(Environment.NewLine, faults.Select(fault => fault.Message)), new AggregateException(faults))
    {
        Template = string.Join(", ", faults.Select(fault => fault.Template));
        Path = "$";
    }

    public string Template { get; }

    public string Path { get; }

    public string? Expression { get; }
}
