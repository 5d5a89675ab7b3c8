using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Platform.Graph;

namespace FastTrackBot.FastTrack.Enablement.Pilot;

/// <summary>Shows the list as it was last read, or another page of it.</summary>
public sealed class PilotShow(EngagementAccess access, PilotView view) : EngagementVerb("pilot.show", Right.See, access)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken)
    {
        var list = await PilotView.ReadAsync(turn, engagement, cancellationToken);
        var typed = new PilotSaid(null, action["who"] ?? "");
        turn.Respond(InvokeResponse.Card(await view.FillAsync(turn, engagement, list, action.Number("page") ?? 1, typed, cancellationToken)));
    }
}

/// <summary>A press that changes the list, for who may.</summary>
public abstract class PilotVerb(string verb, EngagementAccess access, PilotView view) : EngagementVerb(verb, Right.See, access)
{
    protected sealed override Right RightFor(Engagement engagement) => PilotView.ToManage(engagement);

    protected sealed override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken)
    {
        var list = await PilotView.ReadAsync(turn, engagement, cancellationToken);
        PilotChange change;
        PilotSaid? said;
        try
        {
            (change, said) = await ChangeAsync(turn, engagement, list, action, cancellationToken);
        }
        catch (GraphException exception)
        {
            // Logged where it happened; the list stays as it was.
            (change, said) = (new PilotChange(list, []), new PilotSaid(exception.IsForbidden ? Text.Lacks.With("User.Read.All") : Text.GraphDown, action["who"] ?? ""));
        }

        var page = action.Number("page") ?? 1;
        if (change.List != list) await view.SaveAndShowAsync(turn, engagement, change, page, said, cancellationToken);
        else turn.Respond(InvokeResponse.Card(await view.FillAsync(turn, engagement, list, page, said, cancellationToken)));
    }

    /// <exception cref="GraphException">The directory could not be asked.</exception>
    protected abstract ValueTask<(PilotChange Change, PilotSaid? Said)> ChangeAsync(
        TurnContext turn, Engagement engagement, PilotList list, CardAction action, CancellationToken cancellationToken);
}

/// <summary>Names people: looked up in the directory, so that a typing error names nobody. Whom it does not know stays in the field.</summary>
public sealed class PilotAdd(EngagementAccess access, PilotView view, PilotReader reader) : PilotVerb("pilot.add", access, view)
{
    protected override async ValueTask<(PilotChange Change, PilotSaid? Said)> ChangeAsync(
        TurnContext turn, Engagement engagement, PilotList list, CardAction action, CancellationToken cancellationToken)
    {
        var typed = PilotRules.Addresses(action["who"] ?? "");
        if (typed.Count == 0) return (new PilotChange(list, []), new PilotSaid(Text.Problem_Nobody));
        if (typed.Count + list.People.Count > PilotRules.MostPeople)
        {
            return (new PilotChange(list, []), new PilotSaid(Text.Problem_TooMany.With(PilotRules.MostPeople), action["who"]!));
        }

        var now = turn.Clock.GetUtcNow();
        if (engagement.IsElsewhere)
        {
            return (PilotRules.Add(list, typed.Select(name => new PilotPerson(name, name, name)), turn.Person(), now), null);
        }

        var found = await reader.ReadAsync(typed, cancellationToken);
        var products = await reader.ReadProductsAsync(cancellationToken);
        var people = found.Values.OfType<PilotUser>()
            .Select(user => new PilotPerson(user.Id, user.Name, user.Address, PilotRules.Judge(user, products, engagement.Workloads, now)));
        var unknown = typed.Where(one => found[one] is null).ToList();
        return (PilotRules.Add(list, people, turn.Person(), now), Said(unknown, products));
    }

    private static PilotSaid Said(List<string> unknown, IReadOnlyList<ProductPlan>? products) => new(
        unknown.Count > 0 ? Text.Problem_Unknown.With(string.Join(Text.Comma, unknown.Select(UserText.Escape)))
            : products is null ? PilotRefresh.NoProducts : null,
        string.Join("; ", unknown));
}

/// <summary>Asks the directory again about everyone in the list.</summary>
public sealed class PilotRefresh(EngagementAccess access, PilotView view, PilotReader reader) : PilotVerb("pilot.refresh", access, view)
{
    internal static string NoProducts => Text.Lacks.With("LicenseAssignment.Read.All");

    protected override async ValueTask<(PilotChange Change, PilotSaid? Said)> ChangeAsync(
        TurnContext turn, Engagement engagement, PilotList list, CardAction action, CancellationToken cancellationToken)
    {
        if (engagement.IsElsewhere || list.People.Count == 0) return (new PilotChange(list, []), null);
        var now = turn.Clock.GetUtcNow();
        var found = await reader.ReadAsync([.. list.People.Select(person => person.Id)], cancellationToken);
        var products = await reader.ReadProductsAsync(cancellationToken);
        var read = found.ToDictionary(one => one.Key, one => PilotRules.Judge(one.Value, products, engagement.Workloads, now), StringComparer.OrdinalIgnoreCase);
        return (PilotRules.Update(list, read, turn.Person(), now), new PilotSaid(products is null ? NoProducts : null, action["who"] ?? ""));
    }
}

/// <summary>Somebody is no pilot person after all.</summary>
public sealed class PilotRemove(EngagementAccess access, PilotView view) : PilotVerb("pilot.remove", access, view)
{
    protected override ValueTask<(PilotChange Change, PilotSaid? Said)> ChangeAsync(
        TurnContext turn, Engagement engagement, PilotList list, CardAction action, CancellationToken cancellationToken) =>
        ValueTask.FromResult<(PilotChange, PilotSaid?)>(
            (PilotRules.Remove(list, action["person"] ?? "", turn.Person(), turn.Clock.GetUtcNow()), new PilotSaid(null, action["who"] ?? "")));
}

/// <summary>Where the directory cannot be asked, whoever leads says who is ready.</summary>
public sealed class PilotSay(EngagementAccess access, PilotView view) : PilotVerb("pilot.say", access, view)
{
    protected override ValueTask<(PilotChange Change, PilotSaid? Said)> ChangeAsync(
        TurnContext turn, Engagement engagement, PilotList list, CardAction action, CancellationToken cancellationToken) =>
        ValueTask.FromResult<(PilotChange, PilotSaid?)>(
            (PilotRules.Say(list, action["person"] ?? "", action["ready"] == "true", turn.Person(), turn.Clock.GetUtcNow()), new PilotSaid(null, action["who"] ?? "")));
}
