namespace FastTrackBot.Tests.Bot;

/// <summary>Several people in one conversation, and one person in several.</summary>
public sealed class GroupScripts
{
    [Theory]
    [InlineData("group")]
    [InlineData("thread")]
    public async Task Two_people_in_one_conversation_each_have_their_own_dialog(string where)
    {
        await using var bot = await BotHost.StartAsync();
        var place = where == "group" ? Place.Group : Place.Thread;
        var (megan, adele) = (bot.As(People.Member, place), bot.As(People.Specialist, place));

        await megan.Says("eligibility").Sees("Step 1 of 5");
        await adele.Says("eligibility").Sees("Step 1 of 5");
        await megan.Says("320").Sees("Step 2 of 5");
        await adele.Says("100").Sees("Step 2 of 5");
        await megan.Says("1").Says("no").Sees("You are likely eligible");
        await adele.Says("1").Says("no").Sees("50 seats short");
    }

    [Theory]
    [InlineData("Next")]
    [InlineData("Cancel")]
    [InlineData("Help")]
    public async Task Pressing_on_someone_elses_card_changes_nothing(string button)
    {
        await using var bot = await BotHost.StartAsync();
        var (megan, adele) = (bot.As(People.Member, Place.Group), bot.As(People.Specialist, Place.Group));
        await megan.Says("eligibility");
        await adele.Says("eligibility").Says("100").Sees("Step 2 of 5");

        await adele.PressesOn(megan.Card, button, button == "Next" ? [("seats", "7")] : []).Sees("This card belongs to someone else");

        await megan.Presses("Next", ("seats", "320")).Sees("Step 2 of 5").Presses("Back").SeesFilledIn("seats", "320");
        await adele.Presses("Back").SeesFilledIn("seats", "100");
    }

    [Fact]
    public async Task Who_has_no_dialog_cannot_go_on_with_someone_elses()
    {
        await using var bot = await BotHost.StartAsync();
        await bot.As(People.Member, Place.Group).Says("eligibility");

        await bot.As(People.Specialist, Place.Group).Says("320").Sees("I did not understand");
    }

    [Fact]
    public async Task A_dialog_of_the_group_is_not_the_one_of_the_personal_chat()
    {
        await using var bot = await BotHost.StartAsync();
        await bot.As(People.Member, Place.Group).Says("eligibility");

        await bot.As(People.Member).Says("320").Sees("I did not understand");
        await bot.As(People.Member).Says("eligibility").Sees("Step 1 of 5");
        await bot.As(People.Member, Place.Group).Says("320").Sees("Step 2 of 5");
    }

    [Fact]
    public async Task A_mention_of_somebody_who_is_called_like_the_bot_is_not_taken_out()
    {
        await using var bot = await BotHost.StartAsync();
        var message = Wire.Message(People.Member, Place.Group, "help");
        message["entities"]![0]!["mentioned"]!["id"] = People.Partner.ChannelId;

        await bot.As(People.Member, Place.Group).Posts(message).Sees("I did not understand");
    }

    [Fact]
    public async Task Replies_go_to_the_thread_in_which_the_bot_was_asked()
    {
        await using var bot = await BotHost.StartAsync();

        await bot.As(People.Member, Place.Thread).Says("help").Sees("What I can do for you");

        Assert.Equal(Place.Thread.Id, Assert.Single(bot.Channel.Sent).Conversation);
    }

    [Fact]
    public async Task What_does_not_exist_yet_is_answered_with_words()
    {
        await using var bot = await BotHost.StartAsync();
        var megan = bot.As(People.Member);

        await megan.Says("status");

        Assert.Equal(200, megan.Answer.Status);
        Assert.NotEqual("", megan.Screen);
        Assert.Empty(bot.Graph.Requests);
    }
}
