using static FastTrackBot.Tests.Bot.RequestTalk;

namespace FastTrackBot.Tests.Bot;

/// <summary>The eligibility check that a request offers first: a dialog in a dialog.</summary>
public sealed class CheckFirstScripts
{
    [Fact]
    public async Task Pressed_the_result_takes_the_place_of_the_card_and_the_request_goes_on_below()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = bot.As(People.Admin);
        await alex.Says("request").Sees("Shall we check your eligibility first?");
        var card = alex.Card.MessageId;

        await alex.Presses("Next").Sees("FastTrack eligibility", "How shall I find out your licences?")
            .Presses("Next", ("origin", "typed")).Presses("Next", ("seats", "320")).Presses("Next").Presses("Next", ("migration", "no"))
            .Sees("You are likely eligible", "Which organisation, and which domain?");

        var messages = bot.Channel.MessagesIn(alex.Place.Id);
        Assert.Equal(card, messages[0].Id);
        Assert.Contains("You are likely eligible", messages[0].Activity.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(2, messages.Count);
        await alex.Presses("Next", ("organisation", "Contoso"), ("domain", "contoso.com")).Sees("Who should FastTrack talk to?");
    }

    [Fact]
    public async Task Typed_the_result_and_the_request_come_one_below_the_other_and_one_card_is_live()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = bot.As(People.Admin);

        await alex.Says("request").Says("Check it first").Says("I type the number").Says("320").Says("Business").Says("no")
            .Sees("You are likely eligible", "Which organisation, and which domain?");

        Assert.Single(bot.Channel.MessagesIn(alex.Place.Id), message => message.Activity.ToJsonString().Contains("\"verb\":\"dialog\"", StringComparison.Ordinal));
        Assert.Single(bot.Channel.MessagesIn(alex.Place.Id), message => message.Activity.ToJsonString().Contains("You are likely eligible", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pressed_and_typed_in_turns_one_card_is_live()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = bot.As(People.Admin);

        await alex.Says("request").Presses("Next").Says("I type the number").Presses("Next", ("seats", "320")).Says("1").Presses("Next", ("migration", "no"))
            .Sees("You are likely eligible", "Which organisation, and which domain?").Says("Contoso; contoso.com").Sees("Who should FastTrack talk to?");

        Assert.Single(bot.Channel.MessagesIn(alex.Place.Id), message => message.Activity.ToJsonString().Contains("\"verb\":\"dialog\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_check_found_is_filled_in_and_need_not_be_asked_again()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = bot.As(People.Admin);

        await alex.Says("request").Presses("Next").Presses("Next").Presses("Next").Presses("Next", ("migration", "yes")).Presses("Next", ("source", "Exchange"))
            .Presses("Next", ("version", "2016")).Sees("Which organisation").SeesFilledIn("organisation", "Contoso")
            .Says("; contoso.com").Says("Ana; ana@contoso.com").Says("intune").Says("2; 1; 2026-09-01; Maria").SeesFilledIn("source", "Exchange")
            .Presses("Next").SeesFilledIn("version", "2016").Presses("Next").Presses("Next").Presses("Next").Presses("Next")
            .Sees("Is everything right?", "385", "Exchange Server \\(your own\\) · 2016").Says("cancel");

        await alex.Says("request").SeesNot("Shall we check your eligibility first?").SeesFilledIn("organisation", "Contoso");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancel_in_the_check_ends_the_check_and_the_request_goes_on(bool pressed)
    {
        await using var bot = await BotHost.StartAsync();
        var alex = bot.As(People.Admin);
        await alex.Says("request").Presses("Next").Sees("How shall I find out your licences?");

        await (pressed ? alex.Presses("Cancel") : alex.Says("cancel")).Sees("Cancelled.", "Which organisation, and which domain?");
        await alex.Says("cancel").Sees("Cancelled.").SeesNot("Which organisation");
        await alex.Says("Contoso; contoso.com").Sees("I did not understand");
    }

    [Fact]
    public async Task A_restart_in_the_middle_of_the_check_forgets_neither_dialog()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = bot.As(People.Admin);
        await alex.Says("request").Presses("Next").Presses("Next", ("origin", "typed"));

        await bot.RestartAsync();
        await alex.Presses("Next", ("seats", "320")).Sees("What kind of organisation are you?");
        await bot.CrashAsync();

        await alex.Says("1").Says("no").Sees("You are likely eligible", "Which organisation, and which domain?");
    }

    [Fact]
    public async Task Back_on_the_first_card_of_the_check_stays_in_the_check()
    {
        await using var bot = await BotHost.StartAsync();

        await bot.As(People.Admin).Says("request").Says("1").Sees("How shall I find out your licences?").Says("back").Sees("This is the first step.");
    }

    [Fact]
    public async Task A_card_of_the_request_pressed_while_the_check_is_open_changes_nothing()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = bot.As(People.Admin);
        await alex.Says("request");
        var first = alex.Card;
        await alex.Presses("Next");

        await alex.PressesOn(first, "Next", ("check", "later")).Sees("This card belongs to someone else, or to a dialog that has ended.");
        await alex.Says("I type the number").Sees("How many paid licences");
    }
}
