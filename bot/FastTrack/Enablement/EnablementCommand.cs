using System.Globalization;
using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Enablement.Pilot;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Platform.Graph;

namespace FastTrackBot.FastTrack.Enablement;

/// <summary>Shows how far enabling has come. Only for an admin is the tenant read anew; all others see what was read last.</summary>
public sealed class EnablementCommand(EngagementGate gate, EnablementView view)
    : EngagementCommand("enable", Text.ResourceManager, nameof(Text.PhrasesEnable), Right.See, gate)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken) =>
        turn.Reply(await view.ReadAndFillAsync(turn, engagement, cancellationToken), engagement.Organisation);
}

/// <summary>Reads again.</summary>
public sealed class EnablementRefresh(EngagementAccess access, EnablementView view) : EngagementVerb("enable.refresh", Right.See, access)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken) =>
        turn.Respond(InvokeResponse.Card(await view.ReadAndFillAsync(turn, engagement, cancellationToken)));
}

/// <summary>Somebody states how many people use the services, where the bot cannot read it.</summary>
public sealed class EnablementSay(EngagementAccess access, EnablementCard card) : EngagementVerb("enable.say", Right.VerifyForCustomer, access)
{
    private const int Most = 10_000_000;

    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken)
    {
        var known = await EnablementView.KnownAsync(turn, engagement, cancellationToken);
        if (action.Number("active") is not { } active || active > Most)
        {
            turn.Respond(InvokeResponse.Card(card.Fill(engagement, known, maySay: true, Text.Problem_Number)));
            return;
        }

        var now = turn.Clock.GetUtcNow();
        var said = (known.Facts ?? new EnablementFacts(now)) with { At = now, ActiveUsers = active, ActiveOn = null, SaidBy = turn.Person() };
        turn.Documents.Save(EnablementDocument.Kind, turn.TenantId, engagement.Id, said);
        EngagementDocument.Save(turn.Documents, turn.TenantId, engagement, new EngagementEvent(
            EventKind.ActiveUsersStated, turn.Person(), now, From: Number(known.Facts?.ActiveUsers), To: Number(active)));
        turn.ReplacePressed(card.Fill(engagement, known with { Facts = said }, maySay: true), engagement.Organisation, forAll: turn.IsPersonal);
    }

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Reads what can be read, and keeps it: the phase's condition and the people without rights live on that.</summary>
public sealed class EnablementView(EngagementAccess access, EnablementReader reader, EnablementCard card)
{
    public static async ValueTask<EnablementKnown> KnownAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken) => new(
        await turn.Documents.ReadAsync(EnablementDocument.Kind, turn.TenantId, engagement.Id, cancellationToken),
        await PilotView.ReadAsync(turn, engagement, cancellationToken));

    public async ValueTask<RawJson> ReadAndFillAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken)
    {
        var rights = await access.RightsAsync(turn, engagement, cancellationToken);
        var maySay = rights.Contains(Right.VerifyForCustomer);
        var known = await KnownAsync(turn, engagement, cancellationToken);
        var facts = known.Facts;
        if (engagement.IsElsewhere || !rights.Contains(Right.Assess))
        {
            return card.Fill(engagement, known, maySay);
        }

        try
        {
            var (read, lacks) = await reader.ReadAsync(cancellationToken);
            // A number that somebody stated stands until the tenant can tell.
            var kept = read.ActiveUsers is null ? read with { ActiveUsers = facts?.ActiveUsers, ActiveOn = facts?.ActiveOn, SaidBy = facts?.SaidBy } : read;
            turn.Documents.Save(EnablementDocument.Kind, turn.TenantId, engagement.Id, kept);
            return card.Fill(engagement, known with { Facts = kept }, maySay, lacks is null ? null : Text.Lacks.With(lacks));
        }
        catch (GraphException)
        {
            // Logged where it happened; the card tells what was known before.
            return card.Fill(engagement, known, maySay, Text.GraphDown);
        }
    }
}
