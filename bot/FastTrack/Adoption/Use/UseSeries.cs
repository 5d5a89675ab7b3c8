using System.Text.Json.Serialization;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Adoption.Use;

/// <summary>How many people use the services of an engagement, week by week. Counts only: who it is, is neither asked for nor kept.</summary>
/// <param name="Readings">What each report said, the oldest first.</param>
/// <param name="Weeks">The best day of each week, the oldest first.</param>
/// <param name="Reached">Milestones; what was reached stays so.</param>
public sealed record UseSeries(IReadOnlyList<UseReading> Readings, IReadOnlyList<UseWeek> Weeks, IReadOnlyList<MilestoneReached> Reached)
{
    public static readonly UseSeries Empty = new([], [], []);

    /// <summary>Why nothing newer is known; null: nothing stands in the way.</summary>
    public UseTrouble? Trouble { get; init; }

    /// <summary>When it is to be read again.</summary>
    public DateTimeOffset? NextLook { get; init; }

    /// <summary>Whether the tenant conceals names in its reports; null where the bot may not know.</summary>
    public bool? NamesConcealed { get; init; }

    [JsonIgnore]
    public UseReading? Last => Readings.Count > 0 ? Readings[^1] : null;
}

/// <summary>What the reports said on a day.</summary>
/// <param name="On">The last day that the reports know of; they lag two or three days behind.</param>
/// <param name="At">When they were read.</param>
public sealed record UseReading(DateOnly On, DateTimeOffset At, IReadOnlyList<ServiceUse> Services)
{
    public ServiceUse? Of(string workload) => Services.FirstOrDefault(service => service.Workload == workload);
}

/// <param name="Workload">Its id; empty: any of the services.</param>
/// <param name="Active">People who used it in the last 30 days; of the apps, who has activated them.</param>
/// <param name="Licensed">People who have a licence for it.</param>
public sealed record ServiceUse(string Workload, int Active, int Licensed)
{
    /// <summary>Rounded down: what is not reached is not shown as reached.</summary>
    [JsonIgnore]
    public int Percent => Licensed <= 0 ? 0 : (int)(100L * Active / Licensed);
}

/// <param name="Monday">Its first day.</param>
/// <param name="Best">The people of the best day by service, as weekends dip.</param>
public sealed record UseWeek(DateOnly Monday, IReadOnlyDictionary<string, int> Best);

/// <param name="Workload">Its id; empty: any of the services.</param>
/// <param name="On">The day of the report that showed it.</param>
public sealed record MilestoneReached(string Milestone, string Workload, DateOnly On);

public enum UseTrouble
{
    /// <summary><c>Reports.Read.All</c> is missing.</summary>
    Forbidden,

    /// <summary>The reports have no figures yet, as in a new tenant.</summary>
    Empty,
    Away,
}

/// <summary>How it is stored: in the tenant's partition, under the engagement's id.</summary>
internal static class UseDocument
{
    public static readonly DocumentKind<UseSeries> Kind = new("use", () => UseJson.Default.UseSeries);

    public static async ValueTask<UseSeries> ReadAsync(DocumentSession documents, string tenantId, string engagementId, CancellationToken cancellationToken) =>
        await documents.ReadAsync(Kind, tenantId, engagementId, cancellationToken) ?? UseSeries.Empty;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(UseSeries))]
[JsonSerializable(typeof(UseModel))]
internal sealed partial class UseJson : JsonSerializerContext;
