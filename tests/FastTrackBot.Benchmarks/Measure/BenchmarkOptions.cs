namespace FastTrackBot.Benchmarks.Measure;

/// <param name="Quick">A look in a minute: short warm-up, one round. Its figures are no results.</param>
/// <param name="Soak">500,000 turns, and what they do to the memory.</param>
/// <param name="Only">One workload, <c>cards</c>, <c>reminders</c>, <c>start</c> or <c>questions</c>.</param>
/// <param name="Bot">Another build of the bot, such as a published one: its <c>FastTrackBot.dll</c>.</param>
/// <param name="Folder">Where the databases are made: on the disk that is to be measured.</param>
internal sealed record BenchmarkOptions(bool Quick, bool Soak, string? Only, string? Bot, string Folder)
{
    public const int Users = 32;

    public double WarmUpSeconds => Quick ? 8 : 20;

    public double Seconds => Quick ? 3 : 8;

    public int Rounds => Quick ? 1 : 3;

    /// <summary>For targets that are compared with each other. A machine's speed drifts within seconds: many short turns compare better than a few long ones.</summary>
    public int Slices => Quick ? 2 : 12;

    public const double SliceSeconds = 2;

    public bool Runs(string part) => Only is null || Only == part;

    public static BenchmarkOptions Parse(string[] arguments) => new(
        arguments.Contains("--quick"), arguments.Contains("--soak"), ValueOf(arguments, "--only"), ValueOf(arguments, "--bot"),
        ValueOf(arguments, "--folder") ?? Path.Combine(AppContext.BaseDirectory, "data"));

    private static string? ValueOf(string[] arguments, string name)
    {
        var at = Array.IndexOf(arguments, name);
        return at >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;
    }
}
