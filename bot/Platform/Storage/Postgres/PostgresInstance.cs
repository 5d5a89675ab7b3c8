namespace FastTrackBot.Platform.Storage.Postgres;

/// <summary>This process among those that share the database.</summary>
internal sealed record PostgresInstance(Guid Id)
{
    /// <summary>
    /// How long an instance may be silent before another sends what it had to say. It speaks every half minute, when it looks after waiting
    /// messages.
    /// </summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(90);
}
