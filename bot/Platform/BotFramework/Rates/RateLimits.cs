using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.Platform.BotFramework.Rates;

/// <summary>What a service lets the bot do, as its documentation says. A service more is an entry more in the data.</summary>
/// <param name="Tenant">All calls for one tenant together.</param>
/// <param name="Thread">Calls into one conversation; each of them holds.</param>
public sealed record RateLimits(RateLimit Tenant, IReadOnlyList<RateLimit> Thread)
{
    /// <summary>Messages to Teams.</summary>
    public static RateLimits Teams { get; } = Read("teams");

    private static RateLimits Read(string service)
    {
        using var stream = typeof(RateLimits).Assembly.GetManifestResourceStream("Platform/BotFramework/Rates/Data/rate-limits.json")!;
        return JsonSerializer.Deserialize(stream, RateJson.Default.RateLimitFile)!.Services[service];
    }
}

/// <summary>At most so many calls in any such time.</summary>
public sealed record RateLimit(int Calls, int Seconds)
{
    [JsonIgnore]
    public TimeSpan Time => TimeSpan.FromSeconds(Seconds);

    /// <summary>A fair part of it for each of the instances that share it; one call at least, or nobody could ever call.</summary>
    public RateLimit SharedBy(int instances) => this with { Calls = Math.Max(1, Calls / instances) };
}

internal sealed record RateLimitFile(RateLimitSource Source, IReadOnlyDictionary<string, RateLimits> Services);

internal sealed record RateLimitSource(string Title, string Date, string Url);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RateLimitFile))]
[JsonSerializable(typeof(RateBooking))]
internal sealed partial class RateJson : JsonSerializerContext;
