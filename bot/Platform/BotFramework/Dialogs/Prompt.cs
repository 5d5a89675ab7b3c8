using FastTrackBot.Cards;

namespace FastTrackBot.Platform.BotFramework.Dialogs;

/// <summary>One question of a dialog: what the card asks, and how an answer looks.</summary>
public sealed record Prompt
{
    public required string Question { get; init; }

    /// <summary>Why it is asked, or what will be done with the answer.</summary>
    public string? Explanation { get; init; }

    /// <summary>An answer that would do, as one would type it.</summary>
    public string? Example { get; init; }

    /// <summary>What is known already, for a review.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    public required IReadOnlyList<Field> Fields { get; init; }

    /// <summary>The title of the button that goes on; null says <em>Next</em>.</summary>
    public string? NextTitle { get; init; }
}

public sealed record Fact(string Title, UserText Value);

/// <summary>One input of a prompt.</summary>
public sealed record Field(string Id, FieldKind Kind, string Label)
{
    /// <summary>What is filled in already: an earlier answer, or what the person just typed wrong.</summary>
    public string? Value { get; init; }

    public string? Placeholder { get; init; }

    public bool IsRequired { get; init; } = true;

    public IReadOnlyList<Choice> Choices { get; init; } = [];
}

/// <param name="Value">What the answer carries; never shown.</param>
public sealed record Choice(string Value, string Title);

public enum FieldKind
{
    Text,
    LongText,
    Number,
    Date,

    /// <summary>One of a few, all visible.</summary>
    Choice,

    /// <summary>One of many, in a list that opens.</summary>
    LongChoice,

    /// <summary>Any number of a few.</summary>
    MultipleChoice,
}
