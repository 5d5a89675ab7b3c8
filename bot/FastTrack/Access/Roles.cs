using FastTrackBot.Platform.BotFramework.Turns;
using Microsoft.Extensions.Options;

namespace FastTrackBot.FastTrack.Access;

/// <summary>Who is what: decided by the object id that the channel vouches for, never by what a card sends.</summary>
public sealed class Roles(IOptions<AccessOptions> options)
{
    private readonly HashSet<string> _admins = Set(options.Value.Admins);
    private readonly HashSet<string> _specialists = Set(options.Value.Specialists);
    private readonly HashSet<string> _partners = Set(options.Value.Partners);

    public bool Has(Sender sender, Role role) => role switch
    {
        Role.Admin => _admins.Contains(sender.ObjectId),
        Role.Specialist => _specialists.Contains(sender.ObjectId),
        Role.Partner => _partners.Contains(sender.ObjectId),
        _ => true,
    };

    private static HashSet<string> Set(IEnumerable<string> ids) => new(ids, StringComparer.OrdinalIgnoreCase);
}
