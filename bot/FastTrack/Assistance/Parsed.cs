namespace FastTrackBot.FastTrack.Assistance;

/// <summary>What is wrong with a typed answer; each has a text that says so and gives an example.</summary>
public enum Problem
{
    Required,
    TooLong,
    Email,
    Phone,
    Domain,
    Date,
    DateInPast,
    DateTooFar,
    TimeZone,
    Country,
    Language,
    Tpid,
    Reference,
    FiledInFuture,
    FiledTooLongAgo,
}

/// <summary>A typed answer that was understood, or the problem with it.</summary>
public readonly record struct Parsed<T>(T? Value, Problem? Problem)
{
    public bool Ok => Problem is null;

    public static implicit operator Parsed<T>(T value) => new(value, null);

    public static implicit operator Parsed<T>(Problem problem) => new(default, problem);
}
