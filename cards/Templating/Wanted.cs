namespace FastTrackBot.Cards.Templating;

/// <summary>What the arguments of a function have to be when it is evaluated.</summary>
internal sealed class Wanted(string description, Predicate<Value> suits)
{
    public static readonly Wanted Numbers = new("a number", value => value.IsNumber);
    public static readonly Wanted Integers = new("a whole number", value => value.IsInteger);
    public static readonly Wanted TextsOrNothing = new("a text", value => value.Kind is ValueKind.String or ValueKind.Undefined);

    public Value Failure { get; } = Value.Fail($"an argument is not {description}");

    public bool Suits(in Value value) => suits(value);
}
