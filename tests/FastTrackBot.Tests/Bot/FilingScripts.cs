using System.Text.Json.Nodes;
using FastTrackBot.FastTrack;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using static FastTrackBot.Tests.Bot.RequestTalk;

namespace FastTrackBot.Tests.Bot;

/// <summary>What becomes of a prepared request: someone else wants the same, it is withdrawn, or it is filed and its engagement begins.</summary>
public sealed class FilingScripts
{
    private const string Filed = "I have filed it";

    [Fact]
    public async Task A_second_request_for_a_service_is_shown_the_first_and_one_for_another_service_goes_through()
    {
        await using var bot = await RequestTalk.StartAsync();
        await PreparedAsync(bot.As(People.Admin));
        var lidia = await AtStepAsync(bot.As(Other), 3);

        await lidia.Says("intune, teams").Sees("Microsoft Teams is part of a request already: Alex Wilber prepared it on 2 March 2026.").SeesFilledIn("workloads", "intune,teams");
        await lidia.Says("intune").Sees("Microsoft Intune: what is the plan?");
        foreach (var answer in AllAnswers.Skip(5))
            await lidia.Says(answer);
        lidia.Sees("Ready to be filed", "Microsoft Intune");
    }

    [Fact]
    public async Task Of_two_who_prepare_the_same_at_the_same_moment_one_wins_and_the_other_sees_it_and_loses_nothing()
    {
        await using var bot = await RequestTalk.StartAsync();
        Chat[] both = [await AtStepAsync(bot.As(People.Admin), Review), await AtStepAsync(bot.As(Other), Review, "intune, teams")];

        await Task.WhenAll(both.Select(chat => chat.Presses(Prepare)));

        var winner = Assert.Single(both, chat => chat.Card.Text.Contains("Ready to be filed", StringComparison.Ordinal));
        var loser = both.Single(chat => chat != winner);
        await loser.Presses(Prepare).Sees($"Microsoft Teams is part of a request already: {winner.Person.Name} prepared it on 2 March 2026.", "Is everything right?", "Maria Soto");
        await winner.Says("withdraw").Presses("Withdraw");
        await loser.Presses(Prepare).Sees("Ready to be filed", "Maria Soto");
    }

    [Fact]
    public async Task Withdrawing_asks_first_names_the_request_and_frees_its_services()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await PreparedAsync(bot.As(People.Admin));
        var prepared = alex.Card;

        await alex.Presses("Withdraw").Sees("Withdraw this request?", "Contoso", "Microsoft Teams · Exchange Online", "Alex Wilber · 2 March 2026").Says("no").Sees("This needs a clear yes");
        await alex.Says("cancel").Says("status").Sees("Ready to be filed");
        await alex.PressesOn(prepared, "Withdraw").Says("yes").Sees("The request is withdrawn.").SeesCardWithout("Show the checklist");
        await alex.Says("status").Sees("There is no request");
        await alex.PressesOn(prepared, Filed).Sees("The request is withdrawn.").SeesNot("When did you file it");
        await alex.PressesOn(prepared, "Withdraw").Sees("The request is withdrawn.").SeesNot("Withdraw this request?");
        await PreparedAsync(bot.As(Other));
    }

    [Fact]
    public async Task A_filed_request_begins_an_engagement_in_the_phase_Validation_with_twelve_open_tasks()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await PreparedAsync(bot.As(People.Admin));

        await alex.Presses(Filed).Sees("When did you file it, and under which reference?", "Contoso").SeesFilledIn("date", "2026-03-02")
            .Presses("Start the engagement", ("reference", "FT-2027-00123"))
            .Sees("The engagement has begun", "Validation", "FT-2027-00123", "2 March 2026")
            .Presses("Show the checklist").Sees("Validation phase · FastTrack reference FT-2027-00123", "0 of 12 tasks are done", "Due 5 Mar")
            .SeesNot("Ready to be filed");

        Assert.Equal(12, alex.Card.Inputs.Count);
        Assert.All(alex.Card.Inputs.Values, ticked => Assert.Equal("false", ticked));
        var engagement = Assert.Single(await Engagements(bot));
        Assert.Equal((Phase.Validation, "Contoso", "contoso.com"), (engagement.Phase, engagement.Organisation, engagement.Domain));
        Assert.Equal(["teams", "exchangeOnline"], engagement.Workloads);
        Assert.Equal(People.Admin.ObjectId, engagement.Owner.ObjectId);
    }

    [Fact]
    public async Task A_request_is_filed_once()
    {
        await using var bot = await RequestTalk.StartAsync();
        var (alex, lidia) = (await PreparedAsync(bot.As(People.Admin)), bot.As(Other));
        var prepared = alex.Card;
        await lidia.Says("filed").Sees("When did you file it");
        await alex.Says("filed").Says("2 March 2026; FT-1").Sees("The engagement has begun");

        await lidia.Says("2026-03-02; FT-2").Sees("This request was filed already").SeesNot("The engagement has begun");
        await alex.PressesOn(prepared, Filed).Sees("This request was filed already");
        await alex.PressesOn(prepared, "Withdraw").Sees("This request was filed already");
        await alex.Says("filed").Sees("I find no request that waits to be filed");
        Assert.Equal("FT-1", Assert.Single(await Engagements(bot)).Reference);
    }

    [Fact]
    public async Task A_request_that_is_withdrawn_while_someone_confirms_its_filing_is_not_called_filed()
    {
        await using var bot = await RequestTalk.StartAsync();
        var (alex, lidia) = (await PreparedAsync(bot.As(People.Admin)), bot.As(Other));
        await lidia.Says("filed");
        await alex.Says("withdraw").Says("yes");

        await lidia.Says("2026-03-02; FT-2").Sees("The request is withdrawn.").SeesNot("filed already");
        Assert.Empty(await Engagements(bot));
    }

    [Fact]
    public async Task Two_who_file_at_the_same_moment_begin_one_engagement()
    {
        await using var bot = await RequestTalk.StartAsync();
        var (alex, lidia) = (await PreparedAsync(bot.As(People.Admin)), bot.As(Other));
        await alex.Says("filed");
        await lidia.Says("filed");

        await Task.WhenAll(alex.Says("2026-03-02; FT-1"), lidia.Says("2026-03-02; FT-2"));

        Assert.Single(await Engagements(bot));
    }

    [Fact]
    public async Task A_workload_of_a_filed_request_cannot_be_requested_again()
    {
        await using var bot = await RequestTalk.StartAsync();
        await EngagedAsync(bot.As(People.Admin));

        await (await AtStepAsync(bot.As(Other), 3)).Says("teams").Sees("is part of a request already: Alex Wilber");
    }

    [Theory]
    [InlineData("2026-03-03; FT-1", "Filed on: That day is still to come. When was the request filed? For example: 2027-03-01")]
    [InlineData("2025-03-01; FT-1", "Filed on: That is more than a year ago.")]
    [InlineData("yesterday; FT-1", "Filed on: I could not read that date.")]
    [InlineData("2026-03-02; ???", "Reference: A reference has letters and digits, for example: FT-2027-00123")]
    [InlineData("2026-03-02; [x](http://evil.example)", "Reference: A reference has letters and digits")]
    [InlineData("2026-03-02", "Reference: I need something here to go on.")]
    public async Task A_wrong_day_or_reference_is_told_so(string wrong, string words)
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await PreparedAsync(bot.As(People.Admin));

        await alex.Says("I have filed it.").Says(wrong).Sees(words).Says("2026-03-02; FT-1").Sees("The engagement has begun");
    }

    [Fact]
    public async Task A_restart_in_the_middle_of_filing_and_of_withdrawing_goes_on()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await PreparedAsync(bot.As(People.Admin));

        await alex.Says("withdraw");
        await bot.RestartAsync();
        await alex.Presses("Cancel").Says("filed");
        await bot.CrashAsync();
        await alex.Presses("Start the engagement", ("reference", "FT-1")).Sees("The engagement has begun");
    }

    [Theory]
    [InlineData("filed")]
    [InlineData("withdraw")]
    public async Task A_forged_button_with_someone_elses_request_opens_nothing(string command)
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await PreparedAsync(bot.As(People.Admin));
        var id = alex.Card.Button(Filed)["data"]!["request"]!.GetValue<string>();

        foreach (var person in (Person[])[People.Member, People.Specialist, People.Partner])
        {
            var stranger = bot.As(person);
            await stranger.Posts(Wire.Submit(person, stranger.Place, new JsonObject { ["command"] = command, ["request"] = id }))
                .Sees("I find no request that waits to be filed").SeesNot("Contoso");
        }

        await alex.Posts(Wire.Submit(alex.Person, alex.Place, new JsonObject { ["command"] = command, ["request"] = "../" + id }))
            .Sees("I find no request that waits to be filed");
        await alex.Says("status").Sees("Ready to be filed");
    }

    [Fact]
    public async Task A_forged_button_with_another_tenants_request_opens_nothing()
    {
        const string Fabrikam = "99999999-93b4-4f08-8e61-c0a7050f7a57";
        await using var bot = await RequestTalk.StartAsync(host => host.Settings["Bot:AllowedTenants:0"] = Fabrikam);
        var alex = await PreparedAsync(bot.As(People.Admin));
        var submit = Wire.Submit(alex.Person, alex.Place, (JsonObject)alex.Card.Button(Filed)["data"]!.DeepClone());
        // The same administrator id, so that only the tenant keeps it away.
        submit["channelData"]!["tenant"]!["id"] = Fabrikam;
        submit["conversation"]!["tenantId"] = Fabrikam;

        await alex.Posts(submit).Sees("I find no request that waits to be filed");
        Assert.NotEqual(Fabrikam, SandboxPeople.TenantId);
    }

    private static async Task<IReadOnlyList<Engagement>> Engagements(BotHost bot) =>
        await new DocumentSession(bot.Services.GetRequiredService<IStore>())
            .ReadAllAsync(EngagementDocument.Kind, SandboxPeople.TenantId, TestContext.Current.CancellationToken);
}
