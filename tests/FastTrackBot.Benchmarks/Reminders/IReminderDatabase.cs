namespace FastTrackBot.Benchmarks.Reminders;

/// <summary>A store that the bot and the bare loop are measured on.</summary>
internal interface IReminderDatabase : IAsyncDisposable
{
    string Name { get; }

    /// <summary>As the bot's settings name it; the bare loop opens the same.</summary>
    (string Provider, string Place) Settings { get; }

    /// <summary>Whether what was told can be told again to a process that runs. SQLite's process remembers what it wrote.</summary>
    bool MayRepeat { get; }

    Task SeedAsync(ReminderSeed seed);

    /// <summary>Has everyone told once more.</summary>
    Task RepeatAsync();

    /// <summary>How many people were told exactly once, and how much still waits to be told.</summary>
    Task<(long Told, long Waiting)> CheckAsync();

    /// <summary>What its own processes have computed so far; none where it lives in the bot's.</summary>
    TimeSpan Processor();
}
