using System.Text.Json.Nodes;
using FastTrackBot.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;
using static FastTrackBot.Tests.Bot.RequestTalk;

namespace FastTrackBot.Tests.Bot;

/// <summary>Thumbs of tips, and what becomes of feedback when its person is forgotten.</summary>
public sealed class FeedbackScripts
{
    [Fact]
    public async Task A_tip_in_a_channel_is_judged_by_each_for_oneself()
    {
        await using var bot = await StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin), "teams");
        await bot.As(People.Admin, Place.Thread).Says("tips here");
        await bot.PassAsync(TimeSpan.FromHours(23) + TimeSpan.FromMinutes(1));
        await bot.Channel.UntilAsync(_ => TipsIn(bot) == 1);
        var (mine, hers) = (bot.As(People.Admin, Place.General), bot.As(People.Member, Place.General));
        var before = bot.Channel.Calls.Count;

        await mine.Presses("👍 Helpful").Sees("Noted: helpful.");
        await mine.Presses("👍 Helpful").Sees("Noted: helpful.");
        await hers.Presses("👎 Not helpful").Sees("Noted: not helpful.");

        // Nobody's thumb is the others' business.
        Assert.Equal(before, bot.Channel.Calls.Count);
        var tip = mine.Card.Json["actions"]!.AsArray().Select(action => action!["data"]?["subject"]?.GetValue<string>()).OfType<string>().First();
        var adele = bot.As(People.Specialist);
        await adele.Says("feedback").Sees("2 in all: 1 helpful, 1 not helpful.", "👍 1 · 👎 1").SeesNot(tip);
        Assert.Contains(mine.Card.Text.Split('\n'), line => line.Length > 20 && adele.Screen.Contains(line[..20], StringComparison.Ordinal));
        await mine.Presses("👎 Not helpful").Sees("Noted: not helpful.");
        await adele.InChinese().Says("反馈").Sees("👍 0 · 👎 2");
        await alex.Forges("feedback", new JsonObject { ["kind"] = "tip", ["subject"] = "none", ["helpful"] = "true" }).Sees("no longer there");
    }

    [Fact]
    public async Task The_thumbs_of_a_tip_that_somebody_asked_for_stay_when_it_is_taken_up()
    {
        await using var bot = await StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin), "teams");
        await alex.Says("adoption");
        await bot.SettleAsync();

        await alex.Says("tip").Presses("👎 Not helpful").Sees("Noted: not helpful.");
        await alex.Presses("We do this").Sees("Taken up by Alex Wilber").SeesCardWith("👍 Helpful", "👎 Not helpful");
        await alex.Presses("👍 Helpful").Sees("Noted: helpful.");

        await bot.As(People.Specialist).Says("feedback").Sees("1 in all: 1 helpful, 0 not helpful.");
    }

    [Fact]
    public async Task Whoever_is_forgotten_has_said_nothing()
    {
        await using var bot = await StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin), "teams");
        await alex.Says("team").Presses("Add", ("who", People.Member.ObjectId), ("role", "ProjectTeam"));
        await alex.Says("what does FastTrack cost?").Presses("👍 Helpful");
        var megan = bot.As(People.Member);
        await megan.Says("what does FastTrack cost?").Presses("👎 Not helpful", ("word", "Too long for me"));
        await megan.Says("where is my pizza now?").Presses("👎 Not helpful").Sees("Noted");
        await megan.Says("tip").Presses("👍 Helpful").Sees("Noted");
        await megan.Posts(Wire.Invoke(People.Member, megan.Place, "message/submitAction", new JsonObject
        {
            ["actionName"] = "feedback",
            ["actionValue"] = new JsonObject { ["reaction"] = "like", ["feedback"] = "Quick" },
        }));
        var adele = bot.As(People.Specialist);
        await adele.Says("feedback").Sees("5 in all: 3 helpful, 2 not helpful.", "“Too long for me” Megan Bowen");

        await megan.Says("forget me").Sees("What you said about answers and tips: 4").Presses("Forget me").Sees("You are forgotten");
        await bot.SettleAsync();

        await adele.Says("feedback").Sees("1 in all: 1 helpful, 0 not helpful.").SeesNot("Megan", "Too long", "Quick");
        var kept = await bot.Services.GetRequiredService<IStore>().ReadPageAsync("feedback", null, 100, TestContext.Current.CancellationToken);
        Assert.Contains(People.Admin.ObjectId, Assert.Single(kept).Key.Id, StringComparison.Ordinal);
        await megan.Says("forget me").SeesNot("What you said");
    }

    private static int TipsIn(BotHost bot) =>
        bot.Channel.Sent.Count(call => call.Activity["summary"]?.GetValue<string>().StartsWith("Tip of the week for Contoso", StringComparison.Ordinal) == true);
}
