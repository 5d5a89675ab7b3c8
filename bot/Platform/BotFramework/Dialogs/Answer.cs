namespace FastTrackBot.Platform.BotFramework.Dialogs;

/// <summary>What the person answered, a value a field. Multiple choices are separated by commas, as cards send them.</summary>
public sealed record Answer(IReadOnlyDictionary<string, string> Values)
{
    /// <summary>
    /// Twice what the longest field takes, so that a step sees that an answer is too long and says so, instead of keeping a part of it;
    /// still keeps state small whatever a card sends.
    /// </summary>
    public const int MaximumLength = 4_000;

    public string this[string field] =>
        Values.TryGetValue(field, out var value) ? Words.Cut(value, MaximumLength).Trim() : "";

    public IReadOnlyList<string> Several(string field) =>
        this[field].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
