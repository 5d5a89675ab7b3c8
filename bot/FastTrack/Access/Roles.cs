using FastTrackBot.Platform.BotFramework.Turns;
using Microsoft.Extensions.Options;

namespace FastTrackBot.FastTrack.Access;

/// <summary>Who is what: decided by the object id that the channel vouches for, never by what a card sends.</summary>
public sealed class Roles(IOptions<AccessOptions> options, GroupMembers groups)
{
    private readonly HashSet<string> _admins = Set(options.Value.Admins);
    private readonly HashSet<string> _specialists = Set(options.Value.Specialists);
    private readonly HashSet<string> _partners = Set(options.Value.Partners);

    /// <summary>What somebody is in the whole tenant, by the settings.</summary>
    public bool Has(Sender sender, Role role) => Knows(sender.ObjectId, role);

    /// <inheritdoc cref="Has"/>
    public bool Knows(string objectId, Role role) => role switch
    {
        Role.Admin => _admins.Contains(objectId),
        Role.Specialist => _specialists.Contains(objectId),
        Role.Partner => _partners.Contains(objectId),
        _ => false,
    };

    /// <summary>What somebody is in an engagement: by the settings, as its owner, by its team, by its groups.</summary>
    public async ValueTask<IReadOnlySet<Role>> InAsync(Sender sender, Engagement engagement, CancellationToken cancellationToken)
    {
        HashSet<Role> found = [];
        if (Has(sender, Role.Admin)) found.Add(Role.Admin);
        if (Has(sender, Role.Specialist)) found.Add(Role.Specialist);
        // A partner asks for customers; an engagement of one's own is led as its admin.
        if (Is(engagement.Owner, sender)) found.Add(Has(sender, Role.Partner) ? Role.Partner : Role.Admin);
        foreach (var member in engagement.Team)
        {
            if (Is(member.Person, sender)) found.Add(member.Role);
        }

        if (engagement.Groups.Count > 0)
        {
            found.UnionWith((await groups.OfAsync(sender.ObjectId, engagement.Groups, cancellationToken)).Select(group => group.Role));
        }

        return found;
    }

    private static bool Is(Person person, Sender sender) => string.Equals(person.ObjectId, sender.ObjectId, StringComparison.OrdinalIgnoreCase);

    private static HashSet<string> Set(IEnumerable<string> ids) => new(ids, StringComparer.OrdinalIgnoreCase);
}
