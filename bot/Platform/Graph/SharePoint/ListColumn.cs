namespace FastTrackBot.Platform.Graph.SharePoint;

/// <summary>
/// A column has exactly one of the facets. Index each column that is filtered by, and from the start: a filter on another one is
/// refused, and a grown list takes no new index.
/// </summary>
/// <param name="Name">Its name for ever in this interface: letters without blanks.</param>
public sealed record ListColumn(string Name)
{
    public string? DisplayName { get; init; }

    public bool? Indexed { get; init; }

    /// <summary>Makes the column a key. It has to be indexed too.</summary>
    public bool? EnforceUniqueValues { get; init; }

    public bool? Required { get; init; }

    public TextColumn? Text { get; init; }

    public ChoiceColumn? Choice { get; init; }

    public NumberColumn? Number { get; init; }

    public DateTimeColumn? DateTime { get; init; }

    public BooleanColumn? Boolean { get; init; }
}

/// <param name="AllowMultipleLines">Up to some 60,000 characters in place of 255, but then without an index.</param>
public sealed record TextColumn(bool? AllowMultipleLines = null, int? MaxLength = null, string? TextType = null);

public sealed record ChoiceColumn(IReadOnlyList<string> Choices, bool? AllowTextEntry = null, string? DisplayAs = null);

/// <param name="DecimalPlaces"><c>automatic</c>, <c>none</c>, <c>one</c> …</param>
public sealed record NumberColumn(string? DecimalPlaces = null, double? Minimum = null, double? Maximum = null);

/// <param name="Format"><c>dateOnly</c> or <c>dateTime</c>. A day at midnight UTC can show as the day before: write noon.</param>
public sealed record DateTimeColumn(string? Format = null);

public sealed record BooleanColumn;
