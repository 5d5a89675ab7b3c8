namespace FastTrackBot.Platform.Model;

/// <summary>What the model said: text, or functions that it wants called first.</summary>
public sealed record ModelReply(string Text, IReadOnlyList<ModelCall> Calls);

/// <param name="Arguments">JSON, as the model wrote it: a stranger's word.</param>
public sealed record ModelCall(string Id, string Name, string Arguments);
