using static FastTrackBot.Tests.Bot.RequestTalk;

namespace FastTrackBot.Tests.Bot;

/// <summary>A partner asks on behalf of a customer.</summary>
public sealed class PartnerScripts : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public PartnerScripts() => File.WriteAllText(_file, """
        [
          { "name": "Fabrikam, Inc.", "domain": "fabrikam.com", "tpid": "1234567" },
          { "name": "Woodgrove Bank", "domain": "woodgrove.example", "tpid": "7654321" },
          { "name": "Woodgrove *Trust*", "domain": "wg-trust.example" },
          { "name": "Nameless" }
        ]
        """);

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("fabrikam.com")]
    [InlineData("https://www.fabrikam.com/contact")]
    [InlineData("TPID 1234567")]
    [InlineData("1234567")]
    [InlineData("Fabrikam, Inc.")]
    public async Task A_customer_that_is_found_for_sure_is_taken(string query)
    {
        await using var bot = await StartAsync();

        await AtSearch(bot).Says(query).Sees("Which organisation, and which domain?", "Step")
            .SeesFilledIn("organisation", "Fabrikam, Inc.").SeesFilledIn("domain", "fabrikam.com");
    }

    [Theory]
    [InlineData("fabirkam")]
    [InlineData("Fabrikan")]
    [InlineData("fabri")]
    public async Task A_customer_that_is_found_with_a_slip_is_asked_about(string query)
    {
        await using var bot = await StartAsync();

        await AtSearch(bot).Says(query).Sees("Which of these is it?", "Fabrikam, Inc. · fabrikam.com · TPID 1234567", "None of these").SeesNot("Woodgrove")
            .Says("1").SeesFilledIn("organisation", "Fabrikam, Inc.");
    }

    [Fact]
    public async Task Of_several_one_is_picked_and_stays_picked()
    {
        await using var bot = await StartAsync();

        await AtSearch(bot).Says("woodgrove").Sees("Woodgrove Bank", "Trust").Says("nobody").Sees("That is none of the choices").Says("2")
            .SeesFilledIn("organisation", "Woodgrove *Trust*").Presses("Back").SeesFilledIn("pick", "match1")
            .Presses("Next").SeesFilledIn("organisation", "Woodgrove *Trust*").SeesFilledIn("domain", "wg-trust.example");
    }

    [Theory]
    [InlineData("Litware", "name", "Litware")]
    [InlineData("litware.example", "domain", "litware.example")]
    [InlineData("9999999", "tpid", "9999999")]
    public async Task A_customer_whom_nobody_knows_is_described_by_hand(string query, string field, string value)
    {
        await using var bot = await StartAsync();

        await AtSearch(bot).Says(query).Sees("I do not know this customer yet.").SeesFilledIn(field, value)
            .Says("Litware; litware; 1").Sees("Domain: That does not look like a domain.").SeesFilledIn("name", "Litware")
            .Says("Litware; litware.example; one").Sees("TPID: A TPID is a number of up to 12 digits, for example: 1234567")
            .Says("Litware; litware.example; 9999999").SeesFilledIn("organisation", "Litware").SeesFilledIn("domain", "litware.example");
    }

    [Fact]
    public async Task None_of_the_matches_is_described_by_hand()
    {
        await using var bot = await StartAsync();

        await AtSearch(bot).Says("woodgrove").Says("None of these").Sees("I do not know this customer yet.").Presses("Back").SeesFilledIn("pick", "none");
    }

    [Fact]
    public async Task A_request_for_a_customer_goes_the_partners_way_to_its_end()
    {
        await using var bot = await StartAsync();
        var isaiah = await AtSearch(bot).Says("fabrikam.com").Presses("Next").Says("Ana Lee; ana@fabrikam.com").Says("teams").Says("2; 1; 2026-09-01; Maria Soto")
            .Says("1").Says("English").Says("Estonia; Tallinn").Sees("On the FastTrack site, as a partner for a customer").SeesNot("admin centre");

        await isaiah.Forges("dialog", Data(isaiah.Card, "Next", ("route", "AdminCentre"))).Sees("That is none of the choices");
        await isaiah.Says("1").Sees("Is everything right?", "TPID 1234567").Says("yes")
            .Sees("Ready to be filed", "Search for your customer by name, domain or TPID.")
            .Presses("I have filed it").Says("2026-03-02; FT-9").Presses("Show the checklist").Sees("Fabrikam, Inc.", "0 of 12");
    }

    [Fact]
    public async Task The_same_service_for_two_customers_are_two_requests_and_twice_for_one_is_not()
    {
        await using var bot = await StartAsync();
        var isaiah = bot.As(People.Partner);
        foreach (var customer in (string[])["fabrikam.com", "Woodgrove Bank"])
        {
            await AtSearch(bot).Says(customer).Presses("Next").Says("Ana Lee; ana@fabrikam.com").Says("teams").Says("2; 1; 2026-09-01; Maria Soto")
                .Says("1").Says("English").Says("Estonia; Tallinn").Says("1").Says("yes").Sees("Ready to be filed");
            bot.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await AtSearch(bot).Says("fabrikam.com").Presses("Next").Says("Ana Lee; ana@fabrikam.com").Says("teams")
            .Sees("Microsoft Teams is part of a request already: Isaiah Langer");
        await isaiah.Says("cancel").Says("filed").Sees("Woodgrove Bank").SeesNot("Fabrikam");
    }

    [Fact]
    public async Task What_belongs_to_a_customer_does_not_become_ones_own_nor_the_reverse()
    {
        await using var bot = await StartAsync();
        var isaiah = await AtSearch(bot).Says("fabrikam.com").Says("back").Says("back").Sees("Whom is the request for?")
            .Says("My own organisation").SeesFilledIn("organisation", "").SeesFilledIn("domain", "");

        await isaiah.Says("Contoso; contoso.com").Says("back").Says("back").Says("A customer of ours").Says("Nameless")
            .SeesFilledIn("organisation", "Nameless").SeesFilledIn("domain", "");
    }

    [Fact]
    public async Task The_seats_of_ones_own_tenant_are_not_shown_as_a_customers()
    {
        await using var bot = await StartAsync();
        var isaiah = bot.As(People.Partner);
        await isaiah.Says("eligibility").Says("4321").Says("1").Says("no");

        await isaiah.Says("request").Says("A customer of ours").Says("fabrikam.com").Presses("Next").Says("Ana; ana@fabrikam.com").Says("teams")
            .Says("2; 1; 2026-09-01; Maria Soto").Says("1").Says("English").Says("Estonia; Tallinn").Says("1").Sees("Is everything right?").SeesNot("4,321");
    }

    [Fact]
    public async Task An_administrator_who_is_no_partner_is_not_asked_about_customers_and_cannot_forge_one()
    {
        await using var bot = await StartAsync();
        var alex = await bot.As(People.Admin).Says("request").Says("2").Sees("Which organisation");

        await alex.Forges("dialog", Data(alex.Card, "Next", ("step", "who"), ("who", "customer"), ("organisation", "x"), ("domain", "x.example")))
            .Sees("That step was answered already").Says("Contoso; contoso.com").SeesNot("Which customer?");
    }

    [Fact]
    public async Task A_restart_between_the_search_and_the_pick_keeps_the_matches()
    {
        await using var bot = await StartAsync();
        var isaiah = await AtSearch(bot).Says("woodgrove");

        await bot.RestartAsync();

        await isaiah.Says("1").SeesFilledIn("organisation", "Woodgrove Bank");
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("""{ "name": "not a list" }""")]
    [InlineData("""[ { "nom": "Fabrikam" } ]""")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task A_customers_file_that_cannot_be_read_stops_the_start_and_says_which(string? content)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        if (content is not null)
            await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => BotHost.StartAsync(host => host.Settings["Assistance:CustomersFile"] = file));

        Assert.Contains($"Assistance:CustomersFile: {file}", exception.ToString(), StringComparison.Ordinal);
        File.Delete(file);
    }

    private Task<BotHost> StartAsync() => BotHost.StartAsync(host => host.Settings["Assistance:CustomersFile"] = _file);

    /// <summary>The partner is asked which customer.</summary>
    private static Task<Chat> AtSearch(BotHost bot) =>
        bot.As(People.Partner).Says("request").Says("Go on without").Says("A customer of ours").Sees("Which customer?");
}
