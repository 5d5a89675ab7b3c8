using Microsoft.Playwright;

namespace FastTrackBot.Tests.Playground;

[Collection(PlaygroundGroup.Name)]
public sealed class TypingTests(Chromium chromium)
{
    [Fact]
    public Task Whoever_types_instead_of_pressing_gets_as_far() => PlaygroundSession.RunAsync(chromium, async session =>
    {
        var chat = session.Chat;
        await chat.SeesAsync("Hello, I am your FastTrack assistant");
        await chat.SaysAsync("check eligibility", "How shall I find out your licences?");
        await chat.SaysAsync("I type the number", "How many paid licences do you have?");
        await chat.SaysAsync("a few", "I need one whole number of seats", "How many paid licences do you have?");
        await chat.SeesFilledInAsync("Paid licences", "a few");
        await chat.SaysAsync("back", "How shall I find out your licences?");
        await chat.SaysAsync("help", "Type back to change the step before", "How shall I find out your licences?");
        await chat.SaysAsync("Read them from our tenant", "What kind of organisation are you?", "Contoso");
        await chat.SaysAsync("nonprofit", "Do you want to move mail or files to Microsoft 365?");
        await chat.SaysAsync("yes", "Where does the data live today?");
        await chat.SaysAsync("1", "Which version of Exchange Server (your own)?");
        await chat.SaysAsync("2016", "You may be eligible for a FastTrack specialist", "320", "385", "Not yet: 115 seats short");
    });

    [Fact]
    public Task Cancel_ends_it_and_only_one_card_of_a_dialog_can_be_pressed() => PlaygroundSession.RunAsync(chromium, async session =>
    {
        var chat = session.Chat;
        await chat.SeesAsync("Hello, I am your FastTrack assistant");
        await chat.SaysAsync("eligibility", "How shall I find out your licences?");
        await chat.SaysAsync("I type the number", "How many paid licences do you have?");
        await Assertions.Expect(chat.Cards.GetByRole(AriaRole.Button, new() { Name = "Next" })).ToHaveCountAsync(1);
        await chat.SaysAsync("cancel", "Cancelled. Nothing was sent.");
        await Assertions.Expect(chat.Cards.GetByRole(AriaRole.Button, new() { Name = "Next" })).ToHaveCountAsync(0);
        await chat.SaysAsync("320", "I did not understand “320”", "What I can do for you");
    });
}
