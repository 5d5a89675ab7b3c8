using System.Text.Json.Nodes;
using FastTrackBot.Sandbox;
using FastTrackBot.Tests.Cards;
using static FastTrackBot.Tests.Bot.RequestTalk;

namespace FastTrackBot.Tests.Bot;

/// <summary>The people who try the services first: who is ready, and who lacks what.</summary>
public sealed class PilotScripts
{
    private const string Patti = "5a2d7c1e-0000-4000-8000-0000000000a5";

    [Fact]
    public async Task An_admin_names_people_sees_what_each_lacks_and_sees_it_mended()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin), "teams, intune");
        await alex.Says("enable").SeesNot("Pilot people ready").Presses("Pilot people").Sees("Nobody has been named yet");

        await alex.Presses("Add", ("who", "MeganB@contoso.example, pattif@contoso.example;\nisaiahl@contoso.example\nsomeone@contoso.example"))
            .Sees("The directory knows nobody called: someone@contoso.example", "1 of 3 ready", "Megan Bowen", "no usage location", "no licence", "The directory was asked on ")
            .SeesFilledIn("who", "someone@contoso.example");
        await alex.Says("enable").Sees("Pilot people ready", "1 of 3");
        await alex.Says("history").Sees("Named as a pilot person: Patti Fernandez");

        Change(bot, (Patti, user => user["usageLocation"] = "NL"), (People.Member.ObjectId, user => user["accountEnabled"] = false));
        await alex.Says("pilot").Sees("1 of 3 ready").Presses("Refresh").Sees("1 of 3 ready", "account blocked").SeesNot("no usage location");
        await alex.Says("history").Sees("Ready for the pilot: Patti Fernandez", "Not ready for the pilot any more: Megan Bowen");

        await alex.Says("pilot").Presses("Remove").Sees("1 of 2 ready");
        await alex.Says("history").Sees("No pilot person any more");
        await bot.RestartAsync();
        await alex.Says("pilot").Sees("1 of 2 ready");
    }

    [Fact]
    public async Task A_licence_without_the_engagements_service_is_not_enough()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin), "teams, intune");
        Change(bot, (People.Member.ObjectId, user => user["assignedLicenses"]![0]!["disabledPlans"] = new JsonArray("57ff2da0-773e-42df-b2af-ffb7a2317929")));

        await alex.Says("pilot").Presses("Add", ("who", People.Member.ObjectId)).Sees("0 of 1 ready", "no licence for Microsoft Teams").SeesNot("Intune");
    }

    [Fact]
    public async Task The_project_team_looks_on_and_a_group_is_not_told_what_anyone_lacks()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        await alex.Says("team").Presses("Add", ("who", People.Member.ObjectId), ("role", "ProjectTeam"));
        await alex.Says("pilot").Presses("Add", ("who", "pattif@contoso.example"));
        var card = alex.Card;

        var megan = await bot.As(People.Member).Says("pilot").Sees("Patti Fernandez", "no usage location").SeesCardWithout("Add", "Remove").Presses("Refresh").Sees("0 of 1 ready");
        Assert.DoesNotContain("who", megan.Card.Inputs.Keys);
        await megan.PressesOn(card, "Remove").Sees("That is for the admin of this engagement: Alex Wilber. Nothing was changed.");
        await bot.As(People.Admin, Place.Group).Says("pilot").Sees("Patti Fernandez", "Not ready").SeesNot("no usage location").SeesCardWithout("Add", "Remove");
        await alex.InChinese().Says("试点").Sees("1 人中有 0 人就绪", "未设置使用位置");
    }

    [Theory]
    [InlineData("/users/", "User.Read.All", "Nobody has been named yet")]
    [InlineData("/subscribedSkus", "LicenseAssignment.Read.All", "1 of 1 ready")]
    public async Task A_missing_permission_is_named(string path, string permission, string then)
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin), "teams, intune");
        bot.Graph.Fault(new SandboxFault(path, Status: 403));

        await alex.Says("pilot").Presses("Add", ("who", People.Member.ObjectId)).Sees($"an administrator can grant {permission}", then);
    }

    [Fact]
    public async Task Where_Graph_is_away_nothing_changes_and_what_was_typed_stays()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        await alex.Says("pilot").Presses("Add", ("who", " ; ")).Sees("Write at least one address");
        await alex.Presses("Add", ("who", string.Join(';', Enumerable.Range(0, 51).Select(number => $"p{number}@contoso.example")))).Sees("The list takes 50 people at the most");
        bot.Graph.Fault(new SandboxFault("/users", Status: 503));

        await alex.Presses("Add", ("who", "meganb@contoso.example")).Sees("Microsoft Graph gave no answer").SeesFilledIn("who", "meganb@contoso.example");
    }

    [Fact]
    public async Task A_partner_names_a_customers_people_and_says_who_is_ready()
    {
        await using var bot = await BotHost.StartAsync();
        var isaiah = await bot.As(People.Partner).Says("request").Says("Go on without").Says("A customer of ours").Says("Litware").Says("Litware; litware.example; 9999999")
            .Presses("Next").Says("Ana Lee; ana@litware.example").Says("teams").Says("2; 1; 2026-09-01; Maria Soto").Says("1").Says("English").Says("Estonia; Tallinn")
            .Says("1").Says("yes").Presses("I have filed it").Says("2026-03-02; FT-9").Sees("The engagement has begun");
        var asked = bot.Graph.Requests.Count;

        await isaiah.Says("pilot").Presses("Add", ("who", "Maria Soto; ben@litware.example")).Sees("0 of 2 ready", "Maria Soto", "Not ready");
        await isaiah.Presses("Ready").Sees("1 of 2 ready", "Ready, says Isaiah Langer");
        await isaiah.Says("enable").Sees("Pilot people ready", "1 of 2");
        await isaiah.Says("history").Sees("Ready for the pilot: Maria Soto");
        await isaiah.Says("pilot").Presses("Not ready").Sees("0 of 2 ready");

        Assert.Equal(asked, bot.Graph.Requests.Count);
    }

    [Fact]
    public async Task A_long_list_has_pages_and_begins_with_those_who_lack_something()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        bot.Graph.SetData("users", new JsonArray([.. Enumerable.Range(0, 12).Select(number => (JsonNode)new JsonObject
        {
            ["id"] = $"5a2d7c1e-0000-4000-8000-0000000010{number:D2}",
            ["displayName"] = $"Person {number}",
            ["userPrincipalName"] = $"p{number}@contoso.example",
            ["accountEnabled"] = number != 11,
            ["usageLocation"] = "NL",
            ["assignedLicenses"] = new JsonArray(new JsonObject { ["skuId"] = "05e9a617-0261-4cee-bb44-138d3ef5d965", ["disabledPlans"] = new JsonArray() }),
        })]).ToJsonString());

        await alex.Says("pilot").Presses("Add", ("who", string.Join('\n', Enumerable.Range(0, 12).Select(number => $"p{number}@contoso.example"))))
            .Sees("11 of 12 ready", "Person 11").SeesNot("Person 10");
        await alex.Presses("Next page").Sees("Person 10").SeesNot("Person 11");
    }

    /// <summary>The make-believe tenant's people, some of them changed.</summary>
    private static void Change(BotHost bot, params (string Id, Action<JsonObject> Change)[] changes)
    {
        var users = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryFiles.Root, "bot/Sandbox/Contoso/users.json")))!.AsArray();
        foreach (var (id, change) in changes) change(users.Single(user => user!["id"]!.GetValue<string>() == id)!.AsObject());
        bot.Graph.SetData("users", users.ToJsonString());
    }
}
