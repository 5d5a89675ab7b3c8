namespace FastTrackBot.Cards.Templating;

/// <summary>Conversions between text, number and date.</summary>
internal static class FormatFunctions
{
    private static readonly Signature One = new(1, 1);
    private static readonly Signature NumberAndDecimals = new(2, 3, ReturnTypes.Number, ReturnTypes.Number, ReturnTypes.String);

    public static IEnumerable<Entry> All =>
    [
        new(Function.Of("string", ReturnTypes.String, new(1, 2, ReturnTypes.Any, ReturnTypes.String), Text) with
        {
            Objection = arguments => Locale.Objection(arguments, 1),
        }),
        new(Function.Of("int", ReturnTypes.Number, One, values => Number(values[0], JsNumber.ParseInt, Truncate))),
        new(Function.Of("float", ReturnTypes.Number, One, values => Number(values[0], JsNumber.ParseFloat, number => number))),
        new(Function.Of("formatNumber", ReturnTypes.String, NumberAndDecimals, FormatNumber) with
        {
            Objection = arguments => Locale.Objection(arguments, 2),
        }),
        new(Function.Of("formatDateTime", ReturnTypes.String, new(1, 3, ReturnTypes.String), FormatDateTime) with
        {
            Objection = DateFormat.Objection,
        }),
    ];

    private static Value Text(Value[] values)
    {
        if (!values[0].IsNumber) return Value.Of(JsText.Stringify(values[0]));
        var plain = JsNumber.Format(values[0].Number);
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        return Value.Of(JsNumber.Grouped(values[0].Number, point < 0 ? 0 : plain.Length - point - 1));
    }

    private static Value Number(in Value value, Func<string, double> parse, Func<double, double> convert)
    {
        if (value.IsNumber) return Value.Of(convert(value.Number));
        if (value.Kind != ValueKind.String) return Value.Undefined;
        var number = parse(value.Text);
        return double.IsNaN(number) ? Value.Fail($"'{value.Text}' is not a number", ValueKind.Number) : Value.Of(number);
    }

    private static double Truncate(double number) => JsNumber.ParseInt(JsNumber.Format(number));

    private static Value FormatNumber(Value[] values)
    {
        if (!values[0].IsNumber || !values[1].IsInteger)
            return Value.Fail("formatNumber needs a number and a whole number of decimals", ValueKind.Null);
        return Value.Of(JsNumber.Grouped(JsNumber.Round(values[0].Number, values[1].Number), (int)values[1].Number));
    }

    private static Value FormatDateTime(Value[] values)
    {
        if (values[0].Kind != ValueKind.String || !DateFormat.TryParse(values[0].Text, out var moment))
            return Value.Fail("the first argument of formatDateTime is not an ISO 8601 date or time");
        return Value.Of(DateFormat.Format(moment, values.Length > 1 ? values[1].Text : ""));
    }
}
