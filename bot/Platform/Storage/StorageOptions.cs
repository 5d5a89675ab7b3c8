namespace FastTrackBot.Platform.Storage;

/// <summary>The section <c>Storage</c> of the settings.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary><c>sqlite</c>: one file, one process.</summary>
    public string Provider { get; set; } = "sqlite";

    /// <summary>The SQLite file; it and its folder are made on the first run. Relative paths start at the content root.</summary>
    public string Path { get; set; } = "data/fasttrackbot.db";

    /// <summary>For providers that are servers.</summary>
    public string? ConnectionString { get; set; }
}
