namespace FastTrackBot.Cards.Templating;

/// <summary>`$data`: an expression, or a literal of the template.</summary>
internal sealed record DataSource(Binding? Binding, Value Literal)
{
    public Value Evaluate(in Scope scope) => Binding is null ? Literal : Binding.Evaluate(scope);
}
