namespace FastTrackBot.Platform.BotFramework.Dialogs;

/// <summary>The data of the template <c>Platform/Step</c>.</summary>
internal sealed record StepCardModel
{
    public required string Lang { get; init; }
    public required string Speak { get; init; }
    public required string Title { get; init; }
    public required string Progress { get; init; }

    /// <summary>The progress bar: a stroke a step, first those done, then those ahead.</summary>
    public required string Done { get; init; }

    public required string Ahead { get; init; }
    public required string Question { get; init; }
    public string? Explanation { get; init; }
    public string? Notice { get; init; }
    public string? Problem { get; init; }
    public IReadOnlyList<Fact> Facts { get; init; } = [];
    public required IReadOnlyList<FieldModel> Fields { get; init; }
    public string? Example { get; init; }
    public required string Next { get; init; }
    public string? Back { get; init; }
    public required string Cancel { get; init; }
    public required string Help { get; init; }
    public required string Verb { get; init; }
    public required string Instance { get; init; }
    public required string Step { get; init; }
}

/// <summary>The data of the template <c>Platform/Shrunk</c>.</summary>
internal sealed record ShrunkCardModel(string Lang, string Title, string Text);

internal sealed record FieldModel(
    string Id, string Kind, string Label, string Value, string Placeholder, bool IsRequired, string Error, IReadOnlyList<Choice> Choices)
{
    public static FieldModel Of(Field field, Answer? entered)
    {
        var value = entered is null ? field.Value ?? "" : entered[field.Id];
        return new FieldModel(
            field.Id, KindName(field.Kind), field.Label, Fitting(field, value), field.Placeholder ?? "",
            field.IsRequired, Text.FieldRequired, field.Choices);
    }

    /// <summary>An input must not be given a value that it cannot hold: clients then show nothing at all, or fail.</summary>
    private static string Fitting(Field field, string value) => field.Kind switch
    {
        FieldKind.Choice or FieldKind.LongChoice => field.Choices.Any(choice => choice.Value == value) ? value : "",
        FieldKind.MultipleChoice => string.Join(',', value
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(part => field.Choices.Any(choice => choice.Value == part))),
        FieldKind.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", out _) ? value : "",
        _ => value,
    };

    private static string KindName(FieldKind kind) => kind switch
    {
        FieldKind.LongText => "longText",
        FieldKind.Date => "date",
        FieldKind.Choice => "choice",
        FieldKind.LongChoice => "longChoice",
        FieldKind.MultipleChoice => "multipleChoice",
        _ => "text",
    };
}
