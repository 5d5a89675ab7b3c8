using FastTrackBot.Sandbox;
using static FastTrackBot.Tests.Bot.RequestTalk;

namespace FastTrackBot.Tests.Bot;

/// <summary>The way of an engagement through its phases, and who may lead it.</summary>
public sealed class PhaseScripts
{
    [Fact]
    public async Task A_phase_is_left_when_nothing_stands_open_and_not_before()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));

        await alex.Says("phase").Sees("Validation, phase 1 of", "Required tasks that are open: ", "What Microsoft does").SeesCardWithout("Go on to Assignment");
        await alex.TicksAllAsync();
        await alex.GoesOnAsync("Assignment");
        await bot.RestartAsync();
        await alex.Says("phase").Sees("Assignment, phase 2 of", "Name the FastTrack specialist");
        await alex.Says("history").Sees("From Validation to Assignment", "Done: Write down the goals of the organisation", "Alex Wilber").Presses("Older").Sees("The engagement began");
    }

    [Fact]
    public async Task Only_a_specialist_leads_on_although_something_stands_open_and_says_why()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        await alex.Says("phase").SeesCardWithout("Go on to Assignment anyway");
        var adele = await bot.As(People.Specialist).Says("phase").SeesCardWith("Go on to Assignment anyway");
        var card = adele.Card;

        await adele.Presses("Go on to Assignment anyway").Sees("Say why");
        await alex.PressesOn(card, "Go on to Assignment anyway", ("why", "I want to")).Sees("That is for the FastTrack specialist", "Nothing was changed");
        await adele.Presses("Go on to Assignment anyway", ("why", "The contract is signed")).Sees("The engagement is in the phase Assignment now.");
        await adele.PressesOn(card, "Go on to Assignment anyway", ("why", "Twice")).Sees("has moved on since this card was drawn");
        await adele.Says("history").Sees("although conditions were open", "Because: The contract is signed");
    }

    [Fact]
    public async Task It_goes_back_with_a_reason_and_keeps_what_was_done()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        await alex.TicksAllAsync();
        await alex.GoesOnAsync("Assignment");

        await alex.Presses("Back to Validation", ("why", "The tenant was the wrong one")).Sees("The engagement is in the phase Validation now.");

        await alex.Says("checklist").Sees("12 of 12 tasks are done");
        await alex.Says("history").Sees("Back from Assignment to Validation", "Because: The tenant was the wrong one");
    }

    [Fact]
    public async Task Somebody_who_takes_no_part_sees_nothing_until_named_and_then_only_what_the_role_allows()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        var megan = await bot.As(People.Member).Says("phase").Sees("There is no engagement that you take part in yet");

        await alex.Says("team").Presses("Add", ("who", "megan.bowen@contoso.example"), ("role", "ProjectTeam")).Sees("knows nobody");
        await alex.Presses("Add", ("who", "MeganB@contoso.example"), ("role", "ProjectTeam")).Sees("Megan Bowen takes part now: Project team.");

        await megan.Says("phase").Sees("Validation, phase 1 of").SeesNot("Go on to Assignment", "With a reason");
        await megan.Says("team").Sees("Alex Wilber", "Megan Bowen").SeesCardWithout("Add", "Remove");
        await megan.Says("checklist").Presses("Save", ("done-goals", "true")).Sees("1 of 12");
        await megan.Forges("team.remove", new System.Text.Json.Nodes.JsonObject { ["engagement"] = alex.Card.Button("Add")["data"]!["engagement"]!.GetValue<string>(), ["person"] = People.Member.ObjectId, ["role"] = "ProjectTeam" })
            .Sees("That is for the admin or the FastTrack specialist or the partner", "Alex Wilber");
    }

    [Fact]
    public async Task Whoever_is_in_a_group_of_the_engagement_takes_part_as_long_as_they_are_in_it()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        var megan = await bot.As(People.Member).Says("phase").Sees("There is no engagement that you take part in yet");

        await alex.Says("team").Presses("Add", ("who", SandboxPeople.TeamGroup), ("role", "Admin")).Sees("Contoso onboarding takes part now");
        await alex.Presses("Remove").SeesNot("Contoso onboarding (");
        await alex.Presses("Add", ("who", SandboxPeople.TeamGroup), ("role", "ProjectTeam")).Sees("Contoso onboarding", "Project team (a group of the directory)");
        await megan.Says("phase").Sees("Validation, phase 1 of").SeesNot("With a reason");

        bot.Graph.SetData($"groups/{SandboxPeople.TeamGroup}/members", "[]");
        await megan.Says("phase").Sees("Validation, phase 1 of");
        await bot.PassAsync(TimeSpan.FromMinutes(6));
        await megan.Says("phase").Sees("There is no engagement that you take part in yet");
    }

    [Fact]
    public async Task Where_Graph_says_nothing_about_a_group_nobody_is_let_in_by_it()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        await alex.Says("team").Presses("Add", ("who", SandboxPeople.TeamGroup), ("role", "ProjectTeam"));
        bot.Graph.Fault(new SandboxFault("/users", Status: 403));

        await bot.As(People.Member).Says("phase").Sees("There is no engagement that you take part in yet");
        await alex.Says("phase").Sees("Validation, phase 1 of");
        await alex.Says("team").Presses("Add", ("who", "megan.bowen@contoso.example"), ("role", "ProjectTeam")).Sees("An administrator can grant the permissions User.Read.All");
    }

    [Fact]
    public async Task Nobody_makes_themselves_more_than_they_are()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));

        await alex.Says("team").Presses("Add", ("who", People.Member.ObjectId), ("role", "Specialist")).Sees("not known as that");
        await alex.Presses("Add", ("who", People.Specialist.ObjectId), ("role", "Specialist")).Sees("Adele Vance takes part now");
        await bot.As(People.Specialist).Says("team").Presses("Add", ("who", People.Specialist.ObjectId), ("role", "Admin")).Sees("Only an admin can name another admin");
    }

    [Fact]
    public async Task An_item_has_an_owner_a_date_a_note_and_something_in_its_way()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        await alex.Says("team").Presses("Add", ("who", People.Member.ObjectId), ("role", "ProjectTeam"));
        await alex.Says("checklist").Opens("goals", ("done-noTrials", "true")).Sees("Write down the goals", "Megan Bowen");

        await alex.Presses("Save", ("owner", People.Member.ObjectId), ("due", "2027-03-31"), ("note", "Ask the board"), ("blocked", "The board meets in March"))
            .Sees("1 of 12", "Blocked", "Megan Bowen · The board meets in March · Ask the board");
        await alex.Says("history").Sees("Blocked: Write down the goals", "from – to Megan Bowen", "Because: The board meets in March");

        var megan = await bot.As(People.Member).Says("checklist").Opens("goals").SeesFilledIn("note", "Ask the board");
        Assert.DoesNotContain("owner", megan.Card.Inputs.Keys);
        await megan.Presses("Save", ("blocked", " ")).SeesNot("The board meets in March");
    }

    [Fact]
    public async Task A_task_that_does_not_apply_is_set_aside_by_a_specialist_with_a_reason_and_can_be_taken_back()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        await alex.TicksAllAsync();
        await alex.Says("checklist").Presses("Save", ("done-projectManager", "false"));
        await alex.Opens("projectManager").SeesCardWithout("Not needed here", "It is not needed");
        await alex.Says("phase").Sees("Required tasks that are open: 1");

        var adele = await bot.As(People.Specialist).Says("checklist").Opens("projectManager").SeesCardWith("Not needed here");
        await adele.Presses("It is not needed", ("note", "See the contract")).Sees("Say why").SeesFilledIn("note", "See the contract");
        var card = adele.Card;
        await alex.PressesOn(card, "It is not needed", ("why", "I say so")).Sees("That is for the FastTrack specialist");
        await adele.Presses("It is not needed", ("why", "The parent company leads it")).Sees("12 of 12", "Not needed: The parent company leads it", "Decided by Adele Vance");
        await alex.Says("phase").Sees("the engagement can go on");
        await alex.Says("history").Sees("Not needed: Name a project manager", "Because: The parent company leads it");

        await adele.Says("checklist").Opens("projectManager").Sees("Not needed: The parent company leads it (Adele Vance)").SeesCardWithout("Not needed here")
            .Presses("It is needed after all").Sees("11 of 12");
        await alex.Says("phase").Sees("Required tasks that are open: 1");
    }

    [Fact]
    public async Task A_closed_engagement_stays_to_be_read_and_can_be_taken_up_again()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));

        await alex.Says("phase").Presses("Close the engagement", ("why", "Bought by Fabrikam")).Sees("The engagement is closed");
        await alex.Says("phase").Sees("Closed on").SeesCardWithout("Go on to Assignment", "Close the engagement");
        var card = alex.Card;
        await PreparedAsync(alex);
        await alex.PressesOn(card, "Take it up again", ("why", "Sold again")).Sees("The engagement is in the phase Validation now.");
    }
}
