using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using FastTrackBot.Platform.Graph;

namespace FastTrackBot.FastTrack.Access;

/// <summary>
/// Who is in which of an engagement's groups, nested ones included. Needs <c>User.Read.All</c> and <c>GroupMember.Read.All</c>. An answer is believed for
/// a few minutes; where Graph gives none, nobody is let in by a group, and whoever was is for those minutes.
/// </summary>
public sealed class GroupMembers(GraphClient graph, TimeProvider clock)
{
    /// <summary>Graph takes no more ids in one question.</summary>
    public const int MostGroups = 20;

    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(string ObjectId, string GroupId), (bool IsMember, DateTimeOffset Until)> _known = [];

    public async ValueTask<IReadOnlyList<TeamGroup>> OfAsync(string objectId, IReadOnlyList<TeamGroup> groups, CancellationToken cancellationToken)
    {
        // An anonymous guest has no object id that Graph could know.
        if (!Guid.TryParse(objectId, out _)) return [];
        var now = clock.GetUtcNow();
        var unknown = groups.Where(group => !_known.TryGetValue((objectId, group.GroupId), out var known) || known.Until < now).Take(MostGroups).ToList();
        if (unknown.Count > 0) await AskAsync(objectId, unknown, now, cancellationToken);
        return [.. groups.Where(group => _known.TryGetValue((objectId, group.GroupId), out var known) && known.IsMember && known.Until >= now)];
    }

    private async Task AskAsync(string objectId, List<TeamGroup> groups, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var question = new MemberQuestion([.. groups.Select(group => group.GroupId)]);
            var request = GraphRequest.Post($"/users/{objectId}/checkMemberGroups", question, GroupJson.Default.MemberQuestion) with { Repeat = GraphRepeat.Freely };
            var answer = await graph.SendAsync(request, GroupJson.Default.MemberAnswer, cancellationToken);
            foreach (var group in groups)
            {
                _known[(objectId, group.GroupId)] = (answer.Value.Contains(group.GroupId, StringComparer.OrdinalIgnoreCase), now + Believed);
            }
        }
        catch (GraphException)
        {
            // Logged where it happened. Closed is the safe side: the person is named as a member, or asks again later.
        }
    }
}

internal sealed record MemberQuestion(IReadOnlyList<string> GroupIds);

internal sealed record MemberAnswer(IReadOnlyList<string> Value);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MemberQuestion))]
[JsonSerializable(typeof(MemberAnswer))]
internal sealed partial class GroupJson : JsonSerializerContext;
