using System.Text.Json.Serialization;
using FastTrackBot.Platform.Graph;

namespace FastTrackBot.FastTrack.Team;

/// <summary>
/// Finds people in the tenant's directory, by address or object id (<c>User.Read.All</c>), and groups by object id (<c>GroupMember.Read.All</c>).
/// </summary>
public sealed class PersonFinder(GraphClient graph)
{
    /// <param name="who">A user principal name or an object id.</param>
    /// <returns>Null where the directory has nobody of that name.</returns>
    /// <exception cref="GraphException">The directory could not be asked.</exception>
    public async Task<Person?> FindAsync(string who, CancellationToken cancellationToken)
    {
        try
        {
            var user = await graph.GetAsync(
                $"/users/{Uri.EscapeDataString(who)}?$select=id,displayName", DirectoryJson.Default.DirectoryEntry, cancellationToken);
            return new Person(user.Id, user.DisplayName ?? who);
        }
        catch (GraphException exception) when (exception.Status is 404 or 400)
        {
            // 400: what was typed can be no address at all.
            return null;
        }
    }

    /// <returns>Null where the directory has no such group.</returns>
    /// <exception cref="GraphException">The directory could not be asked.</exception>
    public async Task<TeamGroup?> FindGroupAsync(string id, Role role, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out _)) return null;
        try
        {
            var group = await graph.GetAsync($"/groups/{id}?$select=id,displayName", DirectoryJson.Default.DirectoryEntry, cancellationToken);
            return new TeamGroup(group.Id, group.DisplayName ?? id, role);
        }
        catch (GraphException exception) when (exception.Status == 404)
        {
            return null;
        }
    }
}

internal sealed record DirectoryEntry(string Id, string? DisplayName);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DirectoryEntry))]
internal sealed partial class DirectoryJson : JsonSerializerContext;
