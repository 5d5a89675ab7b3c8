using FastTrackBot.Sandbox;

namespace FastTrackBot.Tests.Playground;

/// <summary>
/// Three people lead an engagement from its first phase to the enabling of the services: Alex, the admin, Megan of the project team, and
/// Adele, FastTrack's specialist. Each sits in a browser window at a chat client of their own, as each of those shows one person's
/// chats, and all three press buttons that are there. Only what no card offers them is made up: then a window sends the press that
/// somebody else has made, under its own person's name.
/// </summary>
[Collection(PlaygroundGroup.Name)]
public sealed class EngagementTests(Chromium chromium)
{
    private static readonly string[] Answers =
    [
        "Go on without", "My own organisation", "Contoso; contoso.com", "Alex Wilber; alexw@contoso.com; +1 425 555 0100", "teams, exchangeOnline",
        "2; 1; 2027-09-01; Maria Soto", "1; 4; 2027-10-01; Pradeep Gupta", "1", "English", "Estonia; Tallinn", "1",
    ];

    [Fact]
    public Task Three_people_lead_an_engagement_from_validation_to_the_enabling() => PlaygroundSession.RunAsync(chromium, async session =>
    {
        var alex = session.Chat;
        var others = Task.WhenAll(session.SeatsAsync("Megan Bowen"), session.SeatsAsync("Adele Vance"));
        await BeginsAsync(alex);
        var (megan, adele) = ((await others)[0], (await others)[1]);
        await megan.SaysAsync("phase", "There is no engagement that you take part in yet");
        await NamesTheTeamAsync(alex);
        await LeavesValidationAsync(alex, megan);
        await LeavesAssignmentAsync(alex, adele);
        await LeavesInitiateAsync(alex, megan);
        await AssessesAsync(alex);
        await PlansAsync(alex);
        await LeavesAssessAsync(alex, megan);
        await RemediatesAsync(alex, megan, adele);
        await LeavesRemediateAsync(alex, adele);
        await LooksBackAsync(alex);
    });

    private static async Task BeginsAsync(ChatWindow alex)
    {
        await alex.SeesAsync("Hello, I am your FastTrack assistant");
        await alex.SaysAsync("request");
        foreach (var answer in Answers) await alex.SaysAsync(answer);
        await alex.SeesAsync("Is everything right?");
        await alex.FilesAsync();
        await alex.SaysAsync("phase", "Validation, phase 1 of 6", "Required tasks that are open: 7");
        await alex.SeesNotAsync("Go on to Assignment");
    }

    private static async Task NamesTheTeamAsync(ChatWindow alex)
    {
        await alex.SaysAsync("team", "Alex Wilber", "Asked for FastTrack");
        await alex.FillsInAsync("Who", SandboxPeople.ProjectMember);
        await alex.PressesAsync("Add", "Megan Bowen takes part now: Project team.");
        await alex.FillsInAsync("Who", SandboxPeople.Specialist);
        await alex.PicksAsync("Takes part as", "FastTrack specialist");
        await alex.PressesAsync("Add", "Adele Vance takes part now: FastTrack specialist.");
    }

    private static async Task LeavesValidationAsync(ChatWindow alex, ChatWindow megan)
    {
        await alex.SaysAsync("checklist", "0 of 12 tasks are done");
        await alex.OpensRowAsync("Write down the goals", "What stands in its way");
        await alex.PicksAsync("Who does it", "Megan Bowen");
        await alex.FillsInAsync("Note", "Ask the board for its three goals of the year");
        await alex.FillsInAsync("What stands in its way", "The board meets in March");
        await alex.PressesAsync("Save", "The board meets in March", "Blocked");

        await megan.TicksAllAsync("12 of 12 tasks are done", "Done by Megan Bowen");
        await megan.SaysAsync("phase", "Nothing stands open");
        await megan.SeesNotAsync("Go on to Assignment", "With a reason");
        var press = await alex.LeadsOnAsync("Assignment");
        await megan.ForgesAsync(press, "That is for the admin or the FastTrack specialist or the partner of this engagement: Alex Wilber, Adele Vance.");
    }

    /// <summary>Adele does not wait for the checklist; Alex is not let.</summary>
    private static async Task LeavesAssignmentAsync(ChatWindow alex, ChatWindow adele)
    {
        await alex.SaysAsync("phase", "Assignment, phase 2 of 6", "Required tasks that are open: ");
        await alex.SeesNotAsync("Go on to Initiate");
        var press = await adele.LeadsOnAnywayAsync("Initiate", "The contract names the dates");
        await alex.ForgesAsync(press, "That is for the FastTrack specialist of this engagement: Adele Vance. Nothing was changed.");
        await adele.SaysAsync("tags");
        await adele.SaysAsync("engagements", "Contoso");
    }

    private static async Task LeavesInitiateAsync(ChatWindow alex, ChatWindow megan)
    {
        await megan.TicksAllAsync("Done by Megan Bowen");
        await alex.LeadsOnAsync("Assess");
    }

    private static async Task AssessesAsync(ChatWindow alex)
    {
        await alex.SaysAsync("phase", "The tenant has not been assessed in this engagement yet");
        await alex.PhotographCardAsync("phase");
        await alex.SaysAsync("assess");
        await alex.SeesAsync("Blockers");
        await alex.PhotographCardAsync("assessment");
        await alex.SaysAsync("questions");
    }

    private static async Task PlansAsync(ChatWindow alex)
    {
        await alex.SaysAsync("remediation", "Nothing is in the plan.");
        await alex.PressesAsync("Into the plan", "Taken into the plan: ");
    }

    private static async Task LeavesAssessAsync(ChatWindow alex, ChatWindow megan)
    {
        await megan.TicksAllAsync("Done by Megan Bowen");
        await alex.LeadsOnAsync("Remediate");
    }

    private static async Task RemediatesAsync(ChatWindow alex, ChatWindow megan, ChatWindow adele)
    {
        await megan.SaysAsync("remediation");
        await megan.OpensRowAsync("Alex Wilber, until", "It is fixed");
        await megan.SeesNotAsync("Leave it as it is", "Verified, for the customer", "Verified, for FastTrack");
        await megan.PressesAsync("It is fixed", "Megan Bowen");

        await alex.SaysAsync("remediation", "both sides have to verify it");
        await alex.OpensRowAsync("both sides have to verify it", "Verified, for the customer");
        await alex.PressesAsync("Verified, for the customer", "Verified by the customer");
        await adele.SaysAsync("remediation", "FastTrack has to verify it");
        await adele.OpensRowAsync("FastTrack has to verify it", "Verified, for FastTrack");
        await adele.PressesAsync("Verified, for FastTrack", "Verified by FastTrack");
        await adele.PressesAsync("Back to the plan", "1 done");

        await alex.SaysAsync("remediation");
        await alex.OpensRowAsync("Alex Wilber, until", "Leave it as it is");
        await alex.FillsInAsync("Why it may stay as it is", "The subsidiary is sold in May");
        await alex.PressesAsync("Leave it as it is", "The subsidiary is sold in May");
    }

    private static async Task LeavesRemediateAsync(ChatWindow alex, ChatWindow adele)
    {
        await alex.SaysAsync("phase", "Remediate, phase 5 of 6", "Items of the remediation plan that wait");
        await adele.LeadsOnAnywayAsync("Enable", "The rest does not concern the pilot");
    }

    private static async Task LooksBackAsync(ChatWindow alex)
    {
        await alex.SaysAsync("enable");
        await alex.SaysAsync("history", "From Remediate to Enable, although conditions were open", "Because: The rest does not concern the pilot", "Adele Vance");
    }
}
