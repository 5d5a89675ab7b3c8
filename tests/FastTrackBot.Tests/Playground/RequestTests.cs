namespace FastTrackBot.Tests.Playground;

[Collection(PlaygroundGroup.Name)]
public sealed class RequestTests(Chromium chromium)
{
    [Fact]
    public Task An_admin_gets_from_the_greeting_to_a_ticked_checklist_by_pressing() => PlaygroundSession.RunAsync(chromium, async session =>
    {
        var chat = session.Chat;
        await chat.ChecksEligibilityAsync();
        await chat.SaysWhoAsksAsync();
        await chat.SaysWhatIsWantedAsync();
        await chat.FilesAsync();
        await chat.ChoosesAsync("Name a project manager");
        await chat.ChoosesAsync("Name a technical lead");
        await chat.PressesAsync("Save", "2 of 12 tasks are done", "Done by Alex Wilber");
        await chat.PhotographCardAsync("checklist");
        await chat.SaysAsync("status", "2 of 12 tasks are done", "Name a project manager");
    });

    [Fact]
    public Task A_bot_that_is_killed_in_the_middle_of_a_request_goes_on_where_it_was() => PlaygroundSession.RunAsync(chromium, async session =>
    {
        var chat = session.Chat;
        await chat.ChecksEligibilityAsync();
        await chat.SaysWhoAsksAsync();
        await session.KillAndRestartBotAsync();
        await chat.SaysWhatIsWantedAsync();
        await chat.FilesAsync();
    }, outlivesBot: true);
}
