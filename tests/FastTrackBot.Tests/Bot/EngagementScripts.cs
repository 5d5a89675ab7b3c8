using static FastTrackBot.Tests.Bot.RequestTalk;

namespace FastTrackBot.Tests.Bot;

/// <summary>A whole engagement, led by the three who really take part.</summary>
public sealed class EngagementScripts
{
    [Fact]
    public async Task From_Validation_to_Enable_by_an_admin_a_project_member_and_a_specialist()
    {
        await using var bot = await RequestTalk.StartAsync();
        var (alex, megan, adele) = (await EngagedAsync(bot.As(People.Admin)), bot.As(People.Member), bot.As(People.Specialist));
        await alex.Says("team").Presses("Add", ("who", People.Member.ObjectId), ("role", "ProjectTeam")).Sees("Megan Bowen takes part now");

        await megan.TicksAllAsync();
        await megan.Says("phase").Sees("the engagement can go on").SeesCardWithout("Go on to Assignment");
        await alex.GoesOnAsync("Assignment");

        await alex.TicksAllAsync();
        await alex.Says("phase").Sees("Name the FastTrack specialist").SeesCardWithout("Go on to Initiate");
        await adele.Says("team").Presses("Add", ("who", People.Specialist.ObjectId), ("role", "Specialist")).Sees("Adele Vance takes part now");
        await alex.GoesOnAsync("Initiate");

        await megan.TicksAllAsync();
        await alex.GoesOnAsync("Assess");

        await adele.Says("assess").SeesNot("checks are done");
        await alex.AssessesAsync(bot);
        await alex.TicksAllAsync();
        await alex.Says("phase").Sees("not in the plan yet: ").SeesCardWithout("Go on to Remediate");
        await megan.Says("remediation").Presses("Into the plan").Sees("That is for the admin or the FastTrack specialist or the partner");
        await adele.Says("remediation").Presses("Into the plan").Sees("Taken into the plan: ", "until");
        await alex.GoesOnAsync("Remediate");

        await PutRightAsync(alex, megan, adele);
        await alex.TicksAllAsync();
        await alex.GoesOnAsync("Enable");

        await alex.Says("enable").Sees("Licences given out", "Services ready");
        await alex.Says("phase").Sees("Enable, phase 6 of 6").SeesCardWithout("Go on to Migrate");
        await alex.Says("history").Sees("From Remediate to Enable", "Verified (");
    }

    [Fact]
    public async Task What_the_tenant_shows_as_fixed_is_fixed_and_what_comes_back_is_open_again()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        await alex.AssessesAsync(bot);
        await alex.Says("remediation").Presses("Into the plan");
        await alex.OpensItemAsync("spfTwice:contoso-retail.example").Sees("more than one SPF record", "Join them into one record");

        bot.Graph.SetDns("TXT contoso-retail.example", "\"v=spf1 include:spf.protection.outlook.com -all\"");
        await bot.PassAsync(TimeSpan.FromDays(1));
        await alex.AssessesAsync(bot);
        await alex.OpensItemAsync("spfTwice:contoso-retail.example").Sees("Seen fixed in the tenant").Presses("Verified, for the customer").Sees("Verified by the customer");

        bot.Graph.SetDns("TXT contoso-retail.example", "\"v=spf1 include:spf.protection.outlook.com -all\"", "\"v=spf1 -all\"");
        await bot.PassAsync(TimeSpan.FromDays(1));
        await alex.AssessesAsync(bot);
        await alex.OpensItemAsync("spfTwice:contoso-retail.example").SeesNot("Verified by the customer").SeesCardWith("It is fixed");
    }

    [Fact]
    public async Task The_plan_looks_at_the_tenant_by_itself()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        await alex.AssessesAsync(bot);
        await alex.Says("remediation").Presses("Into the plan");
        bot.Graph.SetDns("TXT contoso-retail.example", "\"v=spf1 include:spf.protection.outlook.com -all\"");

        await bot.PassAsync(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));

        var begun = TimeProvider.System.GetTimestamp();
        while (!(await alex.OpensItemAsync("spfTwice:contoso-retail.example")).Screen.Contains("Seen fixed in the tenant", StringComparison.Ordinal))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(30), "Nobody looked.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        await alex.Says("remediation").Sees("1 to be verified");
    }

    [Fact]
    public async Task One_person_is_not_both_sides_and_leaving_it_takes_a_reason()
    {
        await using var bot = await RequestTalk.StartAsync(host => host.Settings["Access:Specialists:1"] = People.Admin.ObjectId);
        var alex = await EngagedAsync(bot.As(People.Admin));
        await alex.AssessesAsync(bot);
        await alex.Presses("Remediation plan").Presses("Into the plan");
        await alex.OpensItemAsync("syncStale").Presses("It is fixed").Presses("Verified, for the customer");

        await alex.Presses("Verified, for FastTrack").Sees("The two sides have to be two people");
        await alex.Presses("Open it again").Presses("Leave it as it is").Sees("Say why");
        await alex.Presses("Leave it as it is", ("why", "The server is replaced next month")).Sees("The server is replaced next month");
    }

    [Fact]
    public async Task Where_the_reports_are_closed_an_admin_says_how_many_people_are_active()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        bot.Graph.Fault(new FastTrackBot.Sandbox.SandboxFault("/reports", Status: 403));

        await alex.Says("enable").Sees("an administrator can grant Reports.Read.All").Presses("Keep this number", ("active", "many")).Sees("That is no number of people");
        await alex.Presses("Keep this number", ("active", "120")).Sees("120;", "Stated by Alex Wilber");
        await alex.Says("history").Sees("Active people: 120 instead of");
    }

    [Fact]
    public async Task FastTracks_people_see_motion_and_tags_and_filter_by_them_and_customers_do_not()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        var adele = await bot.As(People.Specialist).Says("tags").Sees("What brought the customer to FastTrack");

        await adele.Presses("Save", ("motion", "customerHealth"), ("tags", "teamsRooms")).Sees("Customers do not see it");
        await adele.Says("engagements").Sees("1 of 1", "Teams Rooms").Presses("Filter", ("tag", "edgeAdoption")).Sees("0 of 1").SeesNot("Contoso");
        await adele.Presses("Filter", ("tag", "teamsRooms"), ("motion", "customerHealth")).Sees("1 of 1", "Contoso");
        await adele.Says("history").Sees("Tags: ", "Teams Rooms");
        await alex.Says("history").Sees("The engagement began").SeesNot("Tags: ");
        await alex.Says("tags").Sees("That is for the FastTrack specialist or the partner");
        await alex.Says("engagements").Sees("There is no engagement that you lead for FastTrack");
    }

    /// <summary>Each item: reported by one of the team, verified by both sides.</summary>
    private static async Task PutRightAsync(Chat alex, Chat megan, Chat adele)
    {
        await alex.Says("phase").SeesCardWithout("Go on to Enable");
        // Nothing waits to be verified when a round begins: what is open comes first, and what is verified last.
        while (!(await megan.Says("remediation")).Card.Text.Contains("\n0 open, 0 to be verified", StringComparison.Ordinal))
        {
            var item = megan.Card.Rows[0];
            await megan.OpensItemAsync(item).SeesCardWithout("Verified, for the customer", "Save").Presses("It is fixed").Sees("Megan Bowen");
            await alex.OpensItemAsync(item).Presses("Verified, for the customer").SeesCardWithout("Verified, for FastTrack");
            await adele.OpensItemAsync(item).Presses("Verified, for FastTrack").Sees("Verified by FastTrack");
        }
    }
}
