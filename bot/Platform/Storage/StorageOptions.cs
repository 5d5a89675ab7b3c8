namespace FastTrackBot.Platform.Storage;

/// <summary>The section <c>Storage</c> of the settings.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary><c>sqlite</c>: one file for one instance. <c>postgres</c>: a server for several.</summary>
    public string Provider { get; set; } = "sqlite";

    /// <summary>The SQLite file; it and its folder are made on the first run. Relative paths start at the content root.</summary>
    public string Path { get; set; } = "data/fasttrackbot.db";

    /// <summary>Where PostgreSQL is, in the words of Npgsql. Its password is a secret.</summary>
    public string? ConnectionString { get; set; }

    internal bool IsSqlite => Provider.Equals("sqlite", StringComparison.OrdinalIgnoreCase);

    internal bool IsPostgres => Provider.Equals("postgres", StringComparison.OrdinalIgnoreCase);
}
