namespace FastTrackBot.Platform.Model;

/// <summary>What the model has said so far: text, and functions that it wants called first.</summary>
public sealed record ModelReply(string Text, IReadOnlyList<ModelCall> Calls)
{
    /// <summary>It has come to its end. Before that there are no calls.</summary>
    public bool IsWhole { get; init; }
}

/// <param name="Arguments">JSON, as the model wrote it: a stranger's word.</param>
public sealed record ModelCall(string Id, string Name, string Arguments);
