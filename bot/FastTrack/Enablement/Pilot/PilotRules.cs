namespace FastTrackBot.FastTrack.Enablement.Pilot;

public static class PilotRules
{
    /// <summary>Who tries a service first is a small group; and each name is a question to Graph.</summary>
    public const int MostPeople = 50;

    /// <summary>Entra allows no longer user principal name.</summary>
    private const int LongestAddress = 113;

    private static readonly char[] Separators = [',', ';', '\n', '\r', '，', '；', '、'];

    /// <summary>The addresses in what was typed or pasted, each once.</summary>
    public static IReadOnlyList<string> Addresses(string typed) =>
    [
        .. typed.Split(Separators).Select(part => TypedText.Clean(part, LongestAddress)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <param name="user">As the directory has the person; null where it knows nobody of that id.</param>
    /// <param name="products">What each product contains; null where that cannot be read: then any licence counts.</param>
    public static PilotFacts Judge(PilotUser? user, IReadOnlyList<ProductPlan>? products, IReadOnlyList<string> workloads, DateTimeOffset now)
    {
        if (user is null) return new PilotFacts(now, [PilotLack.Gone], []);
        List<PilotLack> lacks = [];
        if (!user.IsEnabled) lacks.Add(PilotLack.Blocked);
        if (!user.HasLocation) lacks.Add(PilotLack.Location);
        if (user.Licences.Count == 0) lacks.Add(PilotLack.Licence);
        if (user.Licences.Count == 0 || products is null) return new PilotFacts(now, lacks, []);
        var held = products
            .Where(plan => user.Licences.Any(licence => licence.Product == plan.Product && !licence.SwitchedOff.Contains(plan.Plan)))
            .Select(plan => plan.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new PilotFacts(now, lacks, [.. workloads.Distinct().Where(workload => !ServicePlans.Serve(workload, held))]);
    }

    /// <summary>Takes people into the list; whoever is there already stays as they are, and beyond the limit nobody joins.</summary>
    public static PilotChange Add(PilotList list, IEnumerable<PilotPerson> people, Person by, DateTimeOffset now)
    {
        var joining = people.Where(person => list.People.All(known => !Same(known, person.Id))).DistinctBy(person => person.Id, StringComparer.OrdinalIgnoreCase)
            .Take(Math.Max(0, MostPeople - list.People.Count)).ToList();
        return new PilotChange(
            new PilotList([.. list.People, .. joining]),
            [.. joining.Select(person => new EngagementEvent(EventKind.PilotNamed, by, now, person.Name))]);
    }

    public static PilotChange Remove(PilotList list, string id, Person by, DateTimeOffset now) => Change(list, id,
        _ => null, person => new EngagementEvent(EventKind.PilotRemoved, by, now, person.Name));

    /// <summary>What the directory says now. The history tells of those who became ready, or are it no more.</summary>
    /// <param name="read">By the people's ids; about whom it says nothing, what was known stands.</param>
    public static PilotChange Update(PilotList list, IReadOnlyDictionary<string, PilotFacts> read, Person by, DateTimeOffset now)
    {
        var people = list.People.Select(person => read.TryGetValue(person.Id, out var facts) ? person with { Facts = facts } : person).ToList();
        var events = people.Zip(list.People).Where(pair => pair.First.IsReady != pair.Second.IsReady)
            .Select(pair => new EngagementEvent(pair.First.IsReady ? EventKind.PilotReady : EventKind.PilotNotReady, by, now, pair.First.Name));
        return new PilotChange(new PilotList(people), [.. events]);
    }

    /// <summary>Somebody says that a person is ready, or is it no more, where the directory cannot.</summary>
    public static PilotChange Say(PilotList list, string id, bool isReady, Person by, DateTimeOffset now) => Change(list, id,
        person => person.Facts is not null || person.IsReady == isReady ? person : person with { Said = isReady ? new Mark(by, now) : null },
        person => new EngagementEvent(isReady ? EventKind.PilotReady : EventKind.PilotNotReady, by, now, person.Name));

    private static PilotChange Change(
        PilotList list, string id, Func<PilotPerson, PilotPerson?> change, Func<PilotPerson, EngagementEvent> tell)
    {
        var person = list.People.FirstOrDefault(person => Same(person, id));
        var changed = person is null ? null : change(person);
        return person is null || changed == person
            ? new PilotChange(list, [])
            : new PilotChange(new PilotList([.. list.People.Select(other => other == person ? changed : other).OfType<PilotPerson>()]), [tell(person)]);
    }

    private static bool Same(PilotPerson person, string id) => string.Equals(person.Id, id, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A list as it is to become, and what happens to it on the way. What the directory says may change it without an event.</summary>
public sealed record PilotChange(PilotList List, IReadOnlyList<EngagementEvent> Events);

/// <summary>Somebody in the directory.</summary>
public sealed record PilotUser(string Id, string Name, string Address, bool IsEnabled, bool HasLocation, IReadOnlyList<PilotLicence> Licences);

/// <param name="SwitchedOff">The plans of the product that the person is not to have.</param>
public sealed record PilotLicence(Guid Product, IReadOnlyList<Guid> SwitchedOff);

/// <summary>A product contains a plan.</summary>
public sealed record ProductPlan(Guid Product, Guid Plan, string Name);
