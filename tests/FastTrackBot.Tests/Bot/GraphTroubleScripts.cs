using System.Text.Json.Nodes;
using FastTrackBot.Sandbox;

namespace FastTrackBot.Tests.Bot;

/// <summary>The tenant cannot be read, or must not be: people learn why, and can go on by typing.</summary>
public sealed class GraphTroubleScripts
{
    public static TheoryData<int, string> Faults => new()
    {
        { 401, "I am not allowed to read your licences." },
        { 403, "An administrator of the tenant has to consent to the permission Organization.Read.All" },
        { 429, "Microsoft Graph asks me to slow down." },
        { 500, "Microsoft Graph does not answer as it should." },
        { 503, "Microsoft Graph does not answer as it should." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_tenant_that_cannot_be_read_says_why_and_the_number_can_be_typed(int status, string words)
    {
        await using var bot = await BotHost.StartAsync();
        bot.Graph.Fault(new SandboxFault(Status: status, RetryAfter: status == 429 ? 30 : null));

        await bot.As(People.Admin).Says("eligibility").Presses("Next").Sees(words, "Step 1 of 6")
            .Presses("Next", ("origin", "typed")).Sees("How many paid licences do you have?")
            .Says("320").Says("1").Says("no").Sees("You are likely eligible", "Seats, as you typed them");
    }

    [Fact]
    public async Task Pressing_again_after_the_trouble_reads_the_tenant()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = bot.As(People.Admin);
        bot.Graph.Fault(new SandboxFault("/subscribedSkus"));

        await alex.Says("eligibility").Presses("Next").Sees("Press Next to try again");
        bot.Graph.ClearFaults();
        await alex.Presses("Next").Sees("Licences read from", "Contoso");
    }

    [Fact]
    public async Task A_Graph_that_never_answers_is_given_up_within_the_time_of_a_turn()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = await bot.As(People.Admin).Says("eligibility");
        bot.Graph.Fault(new SandboxFault("/subscribedSkus", Hang: true));

        var press = alex.Presses("Next");
        await bot.Clock.UntilSomeoneWaitsAsync(wait => wait == TimeSpan.FromSeconds(8));
        bot.Clock.Advance(TimeSpan.FromSeconds(8));

        await press.Sees("Microsoft Graph takes too long.", "Step 1 of 6").Says("I type the number").Sees("How many paid licences");
    }

    [Fact]
    public async Task Without_the_subscriptions_the_verdict_says_that_trials_could_not_be_told_apart()
    {
        await using var bot = await BotHost.StartAsync();
        bot.Graph.Fault(new SandboxFault("/directory/subscriptions", Status: 403));

        await bot.As(People.Admin).Says("eligibility").Presses("Next").Presses("Next").Presses("Next", ("migration", "no"))
            .Sees("I could not see which subscriptions are trials");
    }

    [Fact]
    public async Task Who_is_no_administrator_is_not_offered_the_tenants_licences()
    {
        await using var bot = await BotHost.StartAsync();

        await bot.As(People.Member).Says("eligibility").SeesNot("Read them from our tenant").Sees("How many paid licences do you have?");
    }

    public static TheoryData<string, string> Forgeries => new()
    {
        { "seats", "tenant" }, { "origin", "tenant" }, { "organisation", "tenant" },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_card_cannot_have_the_tenant_read(string step, string origin)
    {
        await using var bot = await BotHost.StartAsync();
        var megan = await bot.As(People.Member).Says("eligibility");
        var data = megan.Card.Button("Next")["data"]!.DeepClone().AsObject();
        data["step"] = step;
        data["origin"] = origin;
        data["mayReadTenant"] = "true";
        data["fromTenant"] = "true";

        await megan.Forges("dialog", data).Sees("How many paid licences do you have?");
        await megan.Says("tenant").Sees("I need one whole number of seats");
        await megan.Says("Read them from our tenant").Sees("I need one whole number of seats");

        Assert.Empty(bot.Graph.Requests);
    }

    [Fact]
    public async Task A_forged_card_with_an_administrators_id_inside_is_still_the_senders()
    {
        await using var bot = await BotHost.StartAsync();
        await bot.As(People.Admin, Place.Group).Says("eligibility");
        var data = bot.As(People.Admin, Place.Group).Card.Button("Next")["data"]!.DeepClone().AsObject();
        data["origin"] = "tenant";
        data["from"] = new JsonObject { ["aadObjectId"] = People.Admin.ObjectId };
        data["aadObjectId"] = People.Admin.ObjectId;

        await bot.As(People.Member, Place.Group).Forges("dialog", data).Sees("This card belongs to someone else");

        Assert.Empty(bot.Graph.Requests);
    }
}
