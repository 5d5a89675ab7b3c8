namespace FastTrackBot.Cards.Templating;

internal static class MathFunctions
{
    private const ReturnTypes Number = ReturnTypes.Number;
    private static readonly Signature Numbers = new(2, Signature.Unlimited, Number);
    private static readonly Signature NumbersOrLists = new(1, Signature.Unlimited);

    public static IEnumerable<Entry> All =>
    [
        new(Function.Of("+", Number | ReturnTypes.String, new(2, Signature.Unlimited, Number | ReturnTypes.String), Add), "add"),
        new(Arithmetic("-", Numbers, (left, right) => left - right), "sub"),
        new(Arithmetic("*", Numbers, (left, right) => left * right), "mul"),
        new(Function.Of("/", Number, Numbers, Divide), "div"),
        new(Function.Of("%", Number, new(2, 2, Number), Remainder), "mod"),
        new(Function.Of("min", Number, NumbersOrLists, values => Extreme(values, double.PositiveInfinity, Math.Min))),
        new(Function.Of("max", Number, NumbersOrLists, values => Extreme(values, double.NegativeInfinity, Math.Max))),
        new(Function.Of("round", Number, new(1, 2, Number), Round)),
        new(Arithmetic("floor", new(1, 1, Number), Math.Floor)),
        new(Arithmetic("ceiling", new(1, 1, Number), Math.Ceiling)),
    ];

    private static Value NotANumber => Value.Fail("an argument is not a number");

    private static bool AreNumbers(Value[] values) => Array.TrueForAll(values, value => value.Kind == ValueKind.Number);

    private static Function Arithmetic(string name, Signature signature, Func<double, double> compute) =>
        Function.Of(name, Number, signature, values => AreNumbers(values) ? Value.Of(compute(values[0].Number)) : NotANumber);

    private static Function Arithmetic(string name, Signature signature, Func<double, double, double> compute) =>
        Function.Of(name, Number, signature, values =>
            AreNumbers(values) ? Value.Of(values.Select(value => value.Number).Aggregate(compute)) : NotANumber);

    private static Value Add(Value[] values)
    {
        if (!Array.TrueForAll(values, value => value.Kind is ValueKind.Number or ValueKind.String or ValueKind.Undefined))
            return Value.Fail("an argument of + is neither a number nor a text");

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

    private static Value Divide(Value[] values)
    {
        if (!AreNumbers(values)) return NotANumber;
        var result = values[0].Number;
        foreach (var value in values.Skip(1))
        {
            var divisor = value.Number;
            if (divisor == 0) return Value.Fail("a number cannot be divided by 0");
            var whole = double.IsInteger(result) && double.IsInteger(divisor);
            result = whole ? Math.Floor(result / divisor) : result / divisor;
        }

        return Value.Of(result);
    }

    private static Value Remainder(Value[] values) =>
        !Array.TrueForAll(values, value => value.IsInteger) ? Value.Fail("an argument of mod is not a whole number")
        : values[1].Number == 0 ? Value.Fail("there is no remainder of a division by 0")
        : Value.Of(values[0].Number % values[1].Number);

    private static Value Extreme(Value[] values, double start, Func<double, double, double> choose)
    {
        var all = values.SelectMany(value => value.Kind == ValueKind.Array ? value.ToArray() : [value]).ToArray();
        return AreNumbers(all) ? Value.Of(all.Select(value => value.Number).Aggregate(start, choose)) : NotANumber;
    }

    private static Value Round(Value[] values)
    {
        if (!AreNumbers(values)) return NotANumber;
        var digits = values.Length == 2 ? values[1].Number : 0;
        return double.IsInteger(digits) && digits is >= 0 and <= 15
            ? Value.Of(JsNumber.Round(values[0].Number, digits))
            : Value.Fail("the second argument of round is not a whole number between 0 and 15");
    }
}
