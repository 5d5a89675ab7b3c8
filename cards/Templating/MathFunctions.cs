namespace FastTrackBot.Cards.Templating;

internal static class MathFunctions
{
    private const ReturnTypes Number = ReturnTypes.Number;
    private static readonly Signature Numbers = new(2, Signature.Unlimited, Number);
    private static readonly Signature NumbersOrLists = new(1, Signature.Unlimited);

    private static readonly Wanted Addends =
        new("a number or a text", value => value.IsNumber || value.Kind is ValueKind.String or ValueKind.Undefined);

    private static readonly Wanted NumbersOrListsOfThem = new(
        "a number or a list of numbers",
        value => value.IsNumber || (value.Kind == ValueKind.Array && value.ToArray().All(item => item.IsNumber)));

    public static IEnumerable<Entry> All =>
    [
        new(Function.Of("+", Number | ReturnTypes.String, new(2, Signature.Unlimited, Number | ReturnTypes.String), Add, Addends), "add"),
        new(Arithmetic("-", (left, right) => left - right), "sub"),
        new(Arithmetic("*", (left, right) => left * right), "mul"),
        new(Function.Of("/", Number, Numbers, Divide, Wanted.Numbers), "div"),
        new(Function.Of("%", Number, new(2, 2, Number), Remainder, Wanted.Integers), "mod"),
        new(Function.Of("min", Number, NumbersOrLists, values => Extreme(values, double.PositiveInfinity, Math.Min), NumbersOrListsOfThem)),
        new(Function.Of("max", Number, NumbersOrLists, values => Extreme(values, double.NegativeInfinity, Math.Max), NumbersOrListsOfThem)),
        new(Function.Of("round", Number, new(1, 2, Number), Round, Wanted.Numbers)),
        new(Transform("floor", Math.Floor)),
        new(Transform("ceiling", Math.Ceiling)),
    ];

    private static Function Transform(string name, Func<double, double> compute) =>
        Function.Of(name, Number, new(1, 1, Number), values => Value.Of(compute(values[0].Number)), Wanted.Numbers);

    private static Function Arithmetic(string name, Func<double, double, double> compute) =>
        Function.Of(name, Number, Numbers, values => Value.Of(values.Select(value => value.Number).Aggregate(compute)), Wanted.Numbers);

    private static Value Add(Value[] values)
    {
        var sum = values[0];
        foreach (var value in values.AsSpan(1))
        {
            if (sum.Kind == ValueKind.Number && value.Kind == ValueKind.Number) sum = Value.Of(sum.Number + value.Number);
            else if (sum.Kind == ValueKind.String || value.Kind == ValueKind.String || sum.Kind == value.Kind)
                sum = Value.Of(JsText.ToText(sum) + JsText.ToText(value));
            else return Value.Fail("a number cannot be added to nothing");
        }

        return sum;
    }

    // Whole numbers are divided without remainder, towards the smaller number.
    private static Value Divide(Value[] values)
    {
        var result = values[0].Number;
        foreach (var value in values.AsSpan(1))
        {
            var divisor = value.Number;
            if (divisor == 0) return Value.Fail("a number cannot be divided by 0");
            var whole = double.IsInteger(result) && double.IsInteger(divisor);
            result = whole ? Math.Floor(result / divisor) : result / divisor;
        }

        return Value.Of(result);
    }

    private static Value Remainder(Value[] values) =>
        values[1].Number == 0 ? Value.Fail("there is no remainder of a division by 0") : Value.Of(values[0].Number % values[1].Number);

    private static Value Extreme(Value[] values, double start, Func<double, double, double> choose) =>
        Value.Of(values
            .SelectMany(value => value.Kind == ValueKind.Array ? value.ToArray() : [value])
            .Select(value => value.Number)
            .Aggregate(start, choose));

    private static Value Round(Value[] values)
    {
        var digits = values.Length == 2 ? values[1].Number : 0;
        return double.IsInteger(digits) && digits is >= 0 and <= 15
            ? Value.Of(JsNumber.Round(values[0].Number, digits))
            : Value.Fail("the second argument of round is not a whole number between 0 and 15");
    }
}
