using System.Text.Json.Serialization;
using FastTrackBot.Platform.Graph;

namespace FastTrackBot.FastTrack.Team;

/// <summary>Finds people in the tenant's directory, by address or object id. Needs <c>User.Read.All</c>.</summary>
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
                $"/users/{Uri.EscapeDataString(who)}?$select=id,displayName", DirectoryJson.Default.DirectoryUser, cancellationToken);
            return new Person(user.Id, user.DisplayName ?? who);
        }
        catch (GraphException exception) when (exception.Status is 404 or 400)
        {
            // 400: what was typed can be no address at all.
            return null;
        }
    }
}

internal sealed record DirectoryUser(string Id, string? DisplayName);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DirectoryUser))]
internal sealed partial class DirectoryJson : JsonSerializerContext;
