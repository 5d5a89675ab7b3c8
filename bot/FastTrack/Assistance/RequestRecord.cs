using System.Text.Json.Serialization;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>A request that was prepared, and what became of it.</summary>
public sealed record RequestRecord(string Id, AssistanceRequest Request, RequestState State, Person RequestedBy, DateTimeOffset PreparedAt)
{
    internal static readonly DocumentKind<RequestRecord> Kind = new("request", () => RequestJson.Default.RequestRecord);
}

public enum RequestState
{
    /// <summary>Ready; a person has still to file it with FastTrack.</summary>
    Prepared,

    /// <summary>Filed: its engagement has begun.</summary>
    Filed,

    Withdrawn,
}

/// <summary>Keeps a workload of an organisation for one open request; a second one finds it taken, whoever comes at the same moment.</summary>
public sealed record RequestClaim(string RequestId)
{
    internal static readonly DocumentKind<RequestClaim> Kind = new("request-claim", () => RequestJson.Default.RequestClaim);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(RequestRecord))]
[JsonSerializable(typeof(RequestClaim))]
[JsonSerializable(typeof(AssistanceState))]
[JsonSerializable(typeof(FilingState))]
[JsonSerializable(typeof(WithdrawalState))]
[JsonSerializable(typeof(PreparedCardModel))]
[JsonSerializable(typeof(StartedCardModel))]
internal sealed partial class RequestJson : JsonSerializerContext;
