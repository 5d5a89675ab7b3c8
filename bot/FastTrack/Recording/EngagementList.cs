using System.Globalization;
using System.Text.Json.Nodes;
using FastTrackBot.Platform;
using FastTrackBot.Platform.Graph.SharePoint;

namespace FastTrackBot.FastTrack.Recording;

/// <summary>The list of engagements: its columns, and a row for them. What is filtered or sorted by has an index from the start, as a grown list takes none.</summary>
internal static class EngagementList
{
    public const string Key = nameof(EngagementFields.RecordKey);

    public static IReadOnlyList<ListColumn> Columns { get; } =
    [
        Text(Key) with { Indexed = true, EnforceUniqueValues = true, Required = true },
        Text(nameof(EngagementFields.Domain)),
        Text(nameof(EngagementFields.Phase)) with { Indexed = true },
        Text(nameof(EngagementFields.Health)) with { Indexed = true },
        Text(nameof(EngagementFields.Workloads)),
        Text(nameof(EngagementFields.Owner)),
        Text(nameof(EngagementFields.OwnerId)) with { Indexed = true },
        Number(nameof(EngagementFields.Seats)),
        Number(nameof(EngagementFields.OpenItems)),
        Text(nameof(EngagementFields.Eligibility)),
        new ListColumn(nameof(EngagementFields.NextDue)) { Indexed = true, DateTime = new DateTimeColumn("dateOnly") },
        new ListColumn(nameof(EngagementFields.NextCheckpoint)) { Indexed = true, DateTime = new DateTimeColumn("dateTime") },
    ];

    /// <summary>The columns in words, for whoever makes them by hand.</summary>
    public static string Describe(IEnumerable<ListColumn> columns) => string.Join(", ", columns.Select(column => (column switch
    {
        { Number: not null } => Recording.Text.ColumnNumber,
        { DateTime: not null } => Recording.Text.ColumnDate,
        { EnforceUniqueValues: true } => Recording.Text.ColumnUnique,
        { Indexed: true } => Recording.Text.ColumnIndexed,
        _ => Recording.Text.ColumnText,
    }).With(column.Name)));

    public static JsonObject Row(EngagementFields fields) => new()
    {
        [Key] = fields.RecordKey,
        ["Title"] = fields.Title,
        [nameof(fields.Domain)] = fields.Domain,
        [nameof(fields.Phase)] = fields.Phase,
        [nameof(fields.Health)] = fields.Health,
        [nameof(fields.Workloads)] = fields.Workloads,
        [nameof(fields.Owner)] = fields.Owner,
        [nameof(fields.OwnerId)] = fields.OwnerId,
        [nameof(fields.Seats)] = fields.Seats,
        [nameof(fields.OpenItems)] = fields.OpenItems,
        [nameof(fields.Eligibility)] = fields.Eligibility,
        // Noon: at midnight UTC a western site shows the day before.
        [nameof(fields.NextDue)] = fields.NextDue is { } day ? day.ToString("O", CultureInfo.InvariantCulture) + "T12:00:00Z" : null,
        [nameof(fields.NextCheckpoint)] = fields.NextCheckpoint?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    };

    private static ListColumn Text(string name) => new(name) { Text = new TextColumn(MaxLength: 255) };

    private static ListColumn Number(string name) => new(name) { Number = new NumberColumn("none") };
}
