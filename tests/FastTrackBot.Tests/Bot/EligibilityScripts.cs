using System.Text.Json.Nodes;
using FastTrackBot.Sandbox;

namespace FastTrackBot.Tests.Bot;

/// <summary>The eligibility dialog from its first question to its verdict, pressed and typed.</summary>
public sealed class EligibilityScripts
{
    [Fact]
    public async Task An_administrator_has_the_tenant_read_and_gets_verdicts_with_their_numbers()
    {
        await using var bot = await BotHost.StartAsync();

        await bot.As(People.Admin).Says("eligibility").Sees("Step 1 of 6", "How shall I find out your licences?").SeesCardWithout("Back")
            .Presses("Next").Sees("Step 2 of 5", "What kind of organisation are you?", "Licences read from", "Contoso").SeesCardWith("Back")
            .Presses("Next").Sees("Step 3 of 5", "Do you want to move mail or files")
            .Presses("Next", ("migration", "no"))
            .Sees("You are likely eligible for a FastTrack specialist", "Contoso", "Largest eligible plan", "320", "You have 385 eligible seats; 150 are needed")
            .SeesCardWith("Request assistance", "Check again");

        Assert.Equal(["/directory/subscriptions", "/organization", "/subscribedSkus"], bot.Graph.Requests.Select(request => request.Path).Order());
        Assert.All(bot.Graph.Requests, request => Assert.Equal("GET", request.Method));
    }

    [Fact]
    public async Task The_same_can_be_typed_from_the_first_word_to_the_last()
    {
        await using var bot = await BotHost.StartAsync();

        await bot.As(People.Admin).Says("check eligibility").Sees("Step 1 of 6")
            .Says("Read them from our tenant").Sees("Step 2 of 5", "Contoso")
            .Says("Nonprofit").Sees("Step 3 of 5")
            .Says("yes").Sees("Where does the data live today?")
            .Says("1").Sees("Which version of Exchange Server (your own)?")
            .Says("2016").Sees("You may be eligible", "Microsoft moves your data", "Not yet: 115 seats short", "Your source system is on the list");
    }

    [Fact]
    public async Task A_typed_number_below_the_threshold_says_how_many_seats_are_missing()
    {
        await using var bot = await BotHost.StartAsync();

        await bot.As(People.Member).Says("eligibility").Sees("Step 1 of 5", "How many paid licences do you have?", "for administrators whom your operator has listed")
            .Says("100").Says("Business").Says("no")
            .Sees("Not yet eligible for a FastTrack specialist: 50 seats short", "Seats, as you typed them", "This rests on the number you gave me");

        Assert.Empty(bot.Graph.Requests);
    }

    [Fact]
    public async Task Each_typed_question_goes_below_the_message_and_the_old_card_shrinks()
    {
        await using var bot = await BotHost.StartAsync();
        var megan = bot.As(People.Member);

        await megan.Says("eligibility");
        var first = megan.Card.MessageId;
        await megan.Says("320").Sees("Step 2 of 5");

        Assert.NotEqual(first, megan.Card.MessageId);
        var update = Assert.Single(bot.Channel.Updated);
        Assert.Equal(first, update.Id);
        Assert.Contains("Continued below.", update.Activity.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_pressed_question_takes_the_place_of_the_card()
    {
        await using var bot = await BotHost.StartAsync();
        var megan = bot.As(People.Member);

        await megan.Says("eligibility").Presses("Next", ("seats", "320")).Sees("Step 2 of 5").Presses("Next").Presses("Next", ("migration", "no"))
            .Sees("You are likely eligible");

        var card = Assert.Single(bot.Channel.Sent);
        // The result stays when the chat is loaded again: the message itself holds it.
        Assert.Equal(card.Id, Assert.Single(bot.Channel.Calls, call => call.Method == "PUT").Id);
    }

    /// <summary>The answers that lead to a step, a wrong one there, what is said about it, and what stays in the field.</summary>
    public static TheoryData<string, string, string, string, string> WrongAnswers => new()
    {
        { "", "seats", "many", "I need one whole number of seats, for example 320.", "many" },
        { "", "seats", "-5", "I need one whole number of seats, for example 320.", "-5" },
        { "", "seats", "3.5", "I need one whole number of seats, for example 320.", "3.5" },
        { "", "seats", "99999999999999999999", "I need one whole number of seats, for example 320.", "99999999999999999999" },
        { "320", "organisation", "a club", "That is none of the choices. Pick one, or type its number or its name, for example: Nonprofit", "" },
        { "320", "organisation", "9", "That is none of the choices. Pick one, or type its number or its name, for example: Nonprofit", "" },
        { "320|1", "migration", "perhaps", "That is none of the choices. Pick one, or type its number or its name, for example: Yes", "" },
        { "320|1|yes", "source", "Lotus", "That is none of the choices. Pick one, or type its number or its name, for example: Exchange Server (your own)", "" },
    };

    [Theory]
    [MemberData(nameof(WrongAnswers))]
    public async Task A_wrong_answer_is_told_what_is_wrong_with_an_example_and_stays_in_its_field(
        string before, string field, string wrong, string words, string kept)
    {
        await using var bot = await BotHost.StartAsync();
        var megan = await AtStep(bot.As(People.Member), before);
        var step = ProgressOf(megan);

        await megan.Says(wrong).Sees(words, step).SeesFilledIn(field, kept);
        await megan.Forges("dialog", Data(megan.Card, (field, wrong))).Sees(words, step).SeesFilledIn(field, kept);
    }

    [Fact]
    public async Task A_wrong_choice_of_where_the_numbers_come_from_reads_nothing()
    {
        await using var bot = await BotHost.StartAsync();

        await bot.As(People.Admin).Says("eligibility").Says("guess").Sees("That is none of the choices", "for example: Read them from our tenant", "Step 1 of 6");

        Assert.Empty(bot.Graph.Requests);
    }

    [Fact]
    public async Task A_version_that_nobody_can_read_counts_as_unknown()
    {
        await using var bot = await BotHost.StartAsync();
        var megan = await AtStep(bot.As(People.Member), "320|1|yes|1");

        await megan.Says("the blue one").Sees("The version of your source system is not clear yet");
    }

    public static TheoryData<string> Steps => ["", "320", "320|1", "320|1|yes", "320|1|yes|1"];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Help_at_any_step_explains_the_step_and_stays_there(string before)
    {
        await using var bot = await BotHost.StartAsync();
        var megan = await AtStep(bot.As(People.Member), before);
        var step = ProgressOf(megan);

        await megan.Presses("Help").Sees(step, "Type back to change the step before, cancel to stop.");
        await megan.Says("help").Sees(step, "Type back to change the step before, cancel to stop.").SeesNot("What I can do for you");
        await megan.Says("?").Sees(step, "Type back to change the step before, cancel to stop.");
        await megan.Says("？").Sees(step, "Type back to change the step before, cancel to stop.");
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Cancel_at_any_step_ends_the_dialog(string before)
    {
        foreach (var pressed in (bool[])[true, false])
        {
            await using var bot = await BotHost.StartAsync();
            var megan = await AtStep(bot.As(People.Member), before);

            await (pressed ? megan.Presses("Cancel") : megan.Says("cancel")).Sees("Cancelled. Nothing was sent.").SeesCardWithout("Next");
            await megan.Says("320").Sees("I did not understand");
        }
    }

    [Theory]
    [InlineData("320", "Step 1 of 5", "seats", "320")]
    [InlineData("320|3", "Step 2 of 5", "organisation", "Nonprofit")]
    [InlineData("320|3|yes", "Step 3 of 5", "migration", "yes")]
    [InlineData("320|3|yes|1", "Step 4 of 5", "source", "Exchange")]
    public async Task Back_shows_the_step_before_with_its_answer(string before, string step, string field, string value)
    {
        foreach (var pressed in (bool[])[true, false])
        {
            await using var bot = await BotHost.StartAsync();
            var megan = await AtStep(bot.As(People.Member), before);

            await (pressed ? megan.Presses("Back") : megan.Says("back")).Sees(step).SeesFilledIn(field, value);
        }
    }

    [Fact]
    public async Task There_is_no_step_before_the_first()
    {
        await using var bot = await BotHost.StartAsync();

        await bot.As(People.Member).Says("eligibility").SeesCardWithout("Back").Says("go back").Sees("This is the first step.", "Step 1 of 5");
    }

    [Fact]
    public async Task Another_dialog_waits_until_this_one_has_ended()
    {
        await using var bot = await BotHost.StartAsync();

        await bot.As(People.Member).Says("eligibility").Says("320").Says("eligibility")
            .Sees("You are in the middle of FastTrack eligibility. Answer here, or type cancel first.", "Step 2 of 5");
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task After_a_restart_the_dialog_goes_on_where_it_was(string before)
    {
        await using var bot = await BotHost.StartAsync();
        var megan = await AtStep(bot.As(People.Member), before);
        var step = ProgressOf(megan);

        await bot.RestartAsync();

        await megan.Presses("Help").Sees(step);
        await megan.Says("help").Sees(step);
    }

    [Fact]
    public async Task A_card_of_a_step_that_was_answered_since_shows_where_the_dialog_is()
    {
        await using var bot = await BotHost.StartAsync();
        var megan = bot.As(People.Member);
        await megan.Says("eligibility");
        var old = megan.Card;
        await megan.Presses("Next", ("seats", "320"));

        await megan.PressesOn(old, "Next", ("seats", "5")).Sees("That step was answered already. This is where we are.", "Step 2 of 5");
        await megan.Presses("Back").SeesFilledIn("seats", "320");
    }

    [Fact]
    public async Task A_card_of_a_dialog_that_has_ended_changes_nothing()
    {
        await using var bot = await BotHost.StartAsync();
        var megan = bot.As(People.Member);
        await megan.Says("eligibility");
        var old = megan.Card;
        await megan.Says("cancel").Says("eligibility");
        var live = megan.Card;

        await megan.PressesOn(old, "Next", ("seats", "5")).Sees("This card belongs to someone else, or to a dialog that has ended.");
        await megan.PressesOn(live, "Next", ("seats", "320")).Sees("Step 2 of 5");
    }

    [Fact]
    public async Task The_dialog_speaks_Chinese_to_a_Chinese_client()
    {
        await using var bot = await BotHost.StartAsync();

        await bot.As(People.Admin).InChinese().Says("资格").Sees("第 1 步，共 6 步", "如何获取您的许可证数量？").SeesCardWith("下一步", "取消", "帮助")
            .Presses("下一步", ("origin", "typed")).Sees("您有多少个付费许可证？")
            .Says("很多").Sees("请输入一个整数作为席位数，例如 320。")
            .Says("上一步").Sees("如何获取您的许可证数量？")
            .Says("我自己输入数量").Says("３２０").Sees("您的组织属于哪种类型？")
            .Presses("下一步").Says("否").Sees("您很可能有资格获得 FastTrack 专家支持");
    }

    [Fact]
    public async Task English_words_are_understood_in_a_Chinese_client_and_the_reverse()
    {
        await using var bot = await BotHost.StartAsync();

        await bot.As(People.Member).InChinese().Says("eligibility").Sees("您有多少个付费许可证？").Says("cancel").Sees("已取消");
        await bot.As(People.Member).In("en-GB").Says("资格").Sees("How many paid licences").Says("取消").Sees("Cancelled.");
    }

    /// <summary>Opens the dialog and types the answers, separated by bars.</summary>
    private static async Task<Chat> AtStep(Chat chat, string answers)
    {
        await chat.Says("eligibility");
        foreach (var answer in answers.Split('|', StringSplitOptions.RemoveEmptyEntries))
            await chat.Says(answer);
        return chat;
    }

    private static string ProgressOf(Chat chat) => chat.Card.Text.Split('\n').First(line => line.StartsWith("Step ", StringComparison.Ordinal));

    /// <summary>What the card's Next button sends, with a value that the card's input would not allow.</summary>
    private static JsonObject Data(Card card, (string Field, string Value) input)
    {
        var data = card.Button("Next")["data"]!.DeepClone().AsObject();
        data[input.Field] = input.Value;
        return data;
    }
}
