namespace FastTrackBot.Tests.Playground;

/// <summary>The way from the greeting to the checklist, in stretches, pressed and filled in as a person would.</summary>
internal static class RequestScript
{
    public static async Task ChecksEligibilityAsync(this ChatWindow chat)
    {
        await chat.SeesAsync("Hello, I am your FastTrack assistant");
        await chat.OpensAsync("Check", "How shall I find out your licences?");
        await chat.ChoosesAsync("Read them from our tenant");
        await chat.PressesAsync("Next", "What kind of organisation are you?", "Licences read from", "Contoso");
        await chat.PressesAsync("Next", "Do you want to move mail or files to Microsoft 365?");
        await chat.ChoosesAsync("No");
        await chat.PressesAsync("Next", "You are likely eligible for a FastTrack specialist",
            "Largest eligible plan", "320", "You have 385 eligible seats; 150 are needed", "Looks good");
        await chat.PhotographCardAsync("eligibility");
    }

    /// <summary>From the result of the check to the first question after the contact.</summary>
    public static async Task SaysWhoAsksAsync(this ChatWindow chat)
    {
        await chat.OpensAsync("Request assistance", "Whom is the request for?", "Request for assistance");
        await chat.ChoosesAsync("My own organisation");
        await chat.PressesAsync("Next", "Which organisation, and which domain?");
        await chat.SeesFilledInAsync("Organisation", "Contoso");
        await chat.FillsInAsync("Primary domain", "https://contoso.com/about?ref=1");
        await chat.PressesAsync("Next", "Who should FastTrack talk to?");
        await chat.SeesFilledInAsync("Contact person", "Alex Wilber");
        await chat.FillsInAsync("Contact’s e-mail", "alexw(at)contoso");
        await chat.FillsInAsync("Phone", "+1 425 555 0100");
        await chat.PressesAsync("Next", "That does not look like an e-mail address", "Who should FastTrack talk to?");
        await chat.SeesFilledInAsync("Contact’s e-mail", "alexw(at)contoso");
        await chat.SeesFilledInAsync("Phone", "+1 425 555 0100");
        await chat.FillsInAsync("Contact’s e-mail", "alexw@contoso.com");
        await chat.PressesAsync("Next", "Which services do you want help with?");
        await chat.SeesNotAsync("does not look like");
    }

    /// <summary>From the services to the review.</summary>
    public static async Task SaysWhatIsWantedAsync(this ChatWindow chat)
    {
        await chat.ChoosesAsync("Exchange Online");
        await chat.ChoosesAsync("Microsoft Teams");
        await chat.PressesAsync("Next", "Exchange Online: what is the plan?");
        await chat.PicksAsync("Why now", "We pay for it and hardly use it");
        await chat.FillsInAsync("Target date", "2027-03-01");
        await chat.FillsInAsync("Who answers for it", "Maria Soto");
        await chat.PhotographCardAsync("request");
        await chat.PressesAsync("Next", "Microsoft Teams: what is the plan?");
        await chat.SeesFilledInAsync("Who answers for it", "Maria Soto");
        await chat.PressesAsync("Next", "Where do mail and files live today?");
        await chat.ChoosesAsync("Exchange Server (your own)");
        await chat.PressesAsync("Next", "Which version of Exchange Server (your own)?");
        await chat.FillsInAsync("Version", "2016 CU23");
        await chat.PressesAsync("Next", "In which language shall FastTrack help you?");
        await chat.PressesAsync("Next", "Where are you?");
        await chat.FillsInAsync("Country or region", "Estonia");
        await chat.FillsInAsync("Time zone", "Tallinn");
        await chat.PressesAsync("Next", "How will you file the request?");
        await chat.FillsInAsync("Notes", "Two domains, one tenant");
        await chat.PressesAsync("Next", "Is everything right?",
            "Contoso", "contoso.com", "alexw@contoso.com", "Exchange Online", "Microsoft Teams", "Maria Soto", "2016 CU23",
            "English", "Estonia", "Europe/Tallinn", "In the Microsoft 365 admin centre", "Two domains, one tenant");
        await chat.SeesNotAsync("https://");
    }

    /// <summary>From the review to the engagement's checklist.</summary>
    public static async Task FilesAsync(this ChatWindow chat)
    {
        await chat.PressesAsync("Prepare the request", "Ready to be filed", "Open “Need help?”", "contoso.com");
        await chat.OpensAsync("I have filed it", "When did you file it, and under which reference?");
        await chat.FillsInAsync("Reference", "FT-2027-00123");
        await chat.PressesAsync("Start the engagement", "The engagement has begun", "FT-2027-00123");
        await chat.OpensAsync("Show the checklist", "0 of 12 tasks are done", "Contoso", "Validation phase");
    }
}
