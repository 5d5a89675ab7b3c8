using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Enablement.Pilot;

namespace FastTrackBot.Tests.FastTrack.Enablement.Pilot;

public sealed class PilotRulesTests
{
    private static readonly Person Ana = new("1", "Ana");
    private static readonly DateTimeOffset Now = new(2027, 2, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Suite = new("05e9a617-0261-4cee-bb44-138d3ef5d965");
    private static readonly Guid Mail = new("efb87545-963c-4e0d-99df-69c6916d9eb0");
    private static readonly Guid Chat = new("57ff2da0-773e-42df-b2af-ffb7a2317929");
    private static readonly ProductPlan[] Products = [new(Suite, Mail, "EXCHANGE_S_ENTERPRISE_GOV"), new(Suite, Chat, "TEAMS1")];
    private static readonly PilotUser Ben = new("2", "Ben", "ben@contoso.com", true, true, [new PilotLicence(Suite, [])]);
    private static readonly PilotFacts Fine = new(Now, [], []);
    private static readonly PilotFacts Blocked = new(Now, [PilotLack.Blocked], []);

    [Theory]
    [InlineData("a@x.com, b@x.com;c@x.com\nd@x.com\r\ne@x.com", "a@x.com b@x.com c@x.com d@x.com e@x.com")]
    [InlineData("a@x.com，b@x.com；c@x.com、A@X.COM", "a@x.com b@x.com c@x.com")]
    [InlineData(" ;, \n", "")]
    public void Addresses_are_separated_by_commas_semicolons_and_lines_and_each_counts_once(string typed, string addresses) =>
        Assert.Equal(addresses, string.Join(' ', PilotRules.Addresses(typed)));

    [Fact]
    public void Whoever_has_an_open_account_a_location_and_a_licence_for_each_service_lacks_nothing()
    {
        var facts = PilotRules.Judge(Ben, Products, ["exchangeOnline", "teams", "edge"], Now);

        Assert.Empty(facts.Lacks);
        Assert.Empty(facts.Unlicensed);
    }

    [Fact]
    public void Each_lack_is_named()
    {
        Assert.Equal([PilotLack.Gone], PilotRules.Judge(null, Products, ["teams"], Now).Lacks);
        Assert.Equal([PilotLack.Blocked], PilotRules.Judge(Ben with { IsEnabled = false }, Products, ["teams"], Now).Lacks);
        Assert.Equal([PilotLack.Location], PilotRules.Judge(Ben with { HasLocation = false }, Products, ["teams"], Now).Lacks);
        Assert.Equal([PilotLack.Licence], PilotRules.Judge(Ben with { Licences = [] }, Products, ["teams"], Now).Lacks);
    }

    [Fact]
    public void A_plan_that_is_switched_off_or_in_no_product_of_the_person_is_lacking()
    {
        var without = Ben with { Licences = [new PilotLicence(Suite, [Chat])] };

        Assert.Equal(["teams"], PilotRules.Judge(without, Products, ["exchangeOnline", "teams", "teams"], Now).Unlicensed);
        Assert.Equal(["intune"], PilotRules.Judge(Ben, Products, ["intune", "teams"], Now).Unlicensed);
        Assert.Empty(PilotRules.Judge(without, products: null, ["teams"], Now).Unlicensed);
    }

    [Fact]
    public void Nobody_is_named_twice_and_nobody_beyond_the_limit()
    {
        var many = Enumerable.Range(0, PilotRules.MostPeople + 5).Select(number => new PilotPerson($"{number % 52}", $"P{number}", $"p{number}@x.com"));

        var change = PilotRules.Add(new PilotList([new PilotPerson("0", "P", "p@x.com")]), many, Ana, Now);

        Assert.Equal(PilotRules.MostPeople, change.List.People.Count);
        Assert.Equal(PilotRules.MostPeople - 1, change.Events.Count(happened => happened.Kind == EventKind.PilotNamed));
        Assert.Equal(PilotRules.MostPeople, change.List.People.Select(person => person.Id).Distinct().Count());
    }

    [Fact]
    public void Reading_anew_tells_who_became_ready_and_who_is_it_no_more()
    {
        var list = new PilotList([new("1", "Ana", "a", Blocked), new("2", "Ben", "b", Fine), new("3", "Cleo", "c", Fine)]);

        var change = PilotRules.Update(list, new Dictionary<string, PilotFacts> { ["1"] = Fine, ["2"] = Blocked with { Lacks = [PilotLack.Gone] } }, Ana, Now);

        Assert.Equal([(EventKind.PilotReady, "Ana"), (EventKind.PilotNotReady, "Ben")], change.Events.Select(happened => (happened.Kind, happened.Subject!)));
        Assert.Equal(2, change.List.Ready);
        Assert.Equal(Fine, change.List.People[2].Facts);
    }

    [Fact]
    public void A_word_counts_only_where_the_directory_cannot_be_asked()
    {
        var list = new PilotList([new("litware ana", "Ana", "Ana"), new("2", "Ben", "b", Blocked)]);

        var said = PilotRules.Say(list, "litware ana", isReady: true, Ana, Now);

        Assert.Equal(EventKind.PilotReady, Assert.Single(said.Events).Kind);
        Assert.Empty(PilotRules.Say(said.List, "litware ana", isReady: true, Ana, Now).Events);
        Assert.False(PilotRules.Say(said.List, "litware ana", isReady: false, Ana, Now).List.People[0].IsReady);
        Assert.Empty(PilotRules.Say(list, "2", isReady: true, Ana, Now).Events);
        Assert.Empty(PilotRules.Say(list, "nobody", isReady: true, Ana, Now).Events);
    }

    [Fact]
    public void Who_is_removed_is_gone_and_the_history_knows_the_name()
    {
        var change = PilotRules.Remove(new PilotList([new("2", "Ben", "b", Fine)]), "2", Ana, Now);

        Assert.Empty(change.List.People);
        Assert.Equal((EventKind.PilotRemoved, "Ben"), (Assert.Single(change.Events).Kind, change.Events[0].Subject!));
    }
}
