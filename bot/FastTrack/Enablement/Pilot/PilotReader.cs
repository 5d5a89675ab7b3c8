using System.Text.Json.Serialization;
using FastTrackBot.Platform.Graph;

namespace FastTrackBot.FastTrack.Enablement.Pilot;

/// <summary>Reads people (<c>User.Read.All</c>), and what the tenant's products contain (<c>LicenseAssignment.Read.All</c>).</summary>
public sealed class PilotReader(GraphClient graph)
{
    /// <summary>So many questions at once: fifty people are ten rounds, and a card waits for them.</summary>
    private const int AtOnce = 5;

    /// <param name="who">User principal names or object ids.</param>
    /// <returns>What the directory knows of each: null of somebody whom it does not know.</returns>
    /// <exception cref="GraphException">The directory could not be asked.</exception>
    public async Task<IReadOnlyDictionary<string, PilotUser?>> ReadAsync(IReadOnlyCollection<string> who, CancellationToken cancellationToken)
    {
        Dictionary<string, PilotUser?> found = new(StringComparer.OrdinalIgnoreCase);
        foreach (var some in who.Distinct(StringComparer.OrdinalIgnoreCase).Chunk(AtOnce))
        {
            var users = await Task.WhenAll(some.Select(one => FindAsync(one, cancellationToken)));
            foreach (var (one, user) in some.Zip(users)) found[one] = user;
        }

        return found;
    }

    /// <returns>Null where the permission is missing.</returns>
    /// <exception cref="GraphException">Graph gave no answer.</exception>
    public async Task<IReadOnlyList<ProductPlan>?> ReadProductsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await graph.ListSubscribedSkusAsync(cancellationToken)
                .SelectMany(sku => (sku.ServicePlans ?? []).Select(plan => new ProductPlan(sku.SkuId, plan.ServicePlanId, plan.ServicePlanName ?? "")))
                .ToListAsync(cancellationToken);
        }
        catch (GraphException exception) when (exception.IsForbidden)
        {
            return null;
        }
    }

    private async Task<PilotUser?> FindAsync(string who, CancellationToken cancellationToken)
    {
        // Anything else would be another question than the one about a person.
        if (!who.Contains('@', StringComparison.Ordinal) && !Guid.TryParse(who, out _)) return null;
        try
        {
            var user = await graph.GetAsync(
                $"/users/{GraphPath.Segment(who)}?$select=id,displayName,userPrincipalName,accountEnabled,usageLocation,assignedLicenses",
                PilotUserJson.Default.PilotUserEntry, cancellationToken);
            return new PilotUser(
                user.Id, user.DisplayName ?? who, user.UserPrincipalName ?? who, user.AccountEnabled ?? false, !string.IsNullOrEmpty(user.UsageLocation),
                [.. (user.AssignedLicenses ?? []).Select(licence => new PilotLicence(licence.SkuId ?? Guid.Empty, licence.DisabledPlans ?? []))]);
        }
        catch (GraphException exception) when (exception.Status is 404 or 400)
        {
            // 400: what was typed can be no address at all.
            return null;
        }
    }
}

internal sealed record PilotUserEntry(
    string Id, string? DisplayName, string? UserPrincipalName, bool? AccountEnabled, string? UsageLocation, IReadOnlyList<PilotLicenceEntry>? AssignedLicenses);

internal sealed record PilotLicenceEntry(Guid? SkuId, IReadOnlyList<Guid>? DisabledPlans);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PilotUserEntry))]
internal sealed partial class PilotUserJson : JsonSerializerContext;
