namespace FastTrackBot.Cards.Templating;

/// <summary>`==`: null equals nothing, lists and objects are compared by content, and no type equals another.</summary>
internal static class Equality
{
    // JavaScript's Number.EPSILON; .NET's double.Epsilon is another number.
    private const double Epsilon = 2.220446049250313e-16;

    public static bool AreEqual(in Value left, in Value right)
    {
        if (left.IsNullish || right.IsNullish) return left.IsNullish && right.IsNullish;
        if (left.Kind != right.Kind) return false;
        return left.Kind switch
        {
            ValueKind.Boolean => left.IsTrue == right.IsTrue,
            ValueKind.Number => left.Number == right.Number || Math.Abs(left.Number - right.Number) < Epsilon,
            ValueKind.String => left.Text == right.Text,
            ValueKind.Array => Arrays(left.ToArray(), right.ToArray()),
            _ => Objects(left, right),
        };
    }

    private static bool Arrays(Value[] left, Value[] right) =>
        left.Length == right.Length && left.Zip(right).All(pair => AreEqual(pair.First, pair.Second));

    // Within objects the reference compares more strictly than outside, but JSON has no value in which that shows.
    private static bool Objects(in Value left, in Value right) =>
        left.TryGetElement(out var one) && right.TryGetElement(out var other) && System.Text.Json.JsonElement.DeepEquals(one, other);
}
