using System.Text.Json.Serialization;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Adoption.Tips;

/// <summary>The tips that an engagement was given, so that none comes twice, and where the one of the week goes.</summary>
public sealed record TipsGiven(IReadOnlyList<GivenTip> Tips)
{
    public static readonly TipsGiven None = new([]);

    /// <summary>Null: nobody asked for a tip a week.</summary>
    public TipPlace? Place { get; init; }

    /// <summary>When the last tip of the week was sent.</summary>
    public DateTimeOffset? LastSent { get; init; }

    public TipsGiven With(string tipId, DateTimeOffset at) => this with { Tips = [.. Tips, new GivenTip(tipId, at)] };

    public bool Has(string tipId) => Tips.Any(given => given.Id == tipId);
}

/// <param name="TakenUpBy">Who said that the team does it; null: nobody did.</param>
public sealed record GivenTip(string Id, DateTimeOffset At, Person? TakenUpBy = null);

/// <param name="Installation">The name of the place, as the bot knows it.</param>
/// <param name="Locale">The language of whoever asked for it.</param>
public sealed record TipPlace(string Installation, string Name, string Locale, Person By);

/// <summary>How they are stored: in the tenant's partition, under the engagement's id.</summary>
internal static class TipsDocument
{
    public static readonly DocumentKind<TipsGiven> Kind = new("tips", () => TipsJson.Default.TipsGiven);

    public static async ValueTask<TipsGiven> ReadAsync(DocumentSession documents, string tenantId, string engagementId, CancellationToken cancellationToken) =>
        await documents.ReadAsync(Kind, tenantId, engagementId, cancellationToken) ?? TipsGiven.None;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TipsGiven))]
[JsonSerializable(typeof(TipModel))]
internal sealed partial class TipsJson : JsonSerializerContext;
