using System.Text;
using System.Text.Json.Nodes;
using static FastTrackBot.Tests.Bot.RequestTalk;

namespace FastTrackBot.Tests.Bot;

/// <summary>People ask in their own words, and say whether the answer helped.</summary>
public sealed class QuestionScripts
{
    [Fact]
    public async Task A_question_is_answered_with_a_passage_its_source_and_date_and_nothing_is_asked_of_the_tenant()
    {
        await using var bot = await BotHost.StartAsync();
        var megan = bot.As(People.Member);

        await megan.Says("what does fasttrack cost?").Sees("What does FastTrack cost?", "the benefit is part of eligible plans", "[FastTrack Center Benefit: introduction](https://learn.microsoft.com/en-us/fasttrack/introduction), June 2021", "ask FastTrack itself");
        await megan.Says("how many paid licences do we need").Sees("From 150 paid licences").SeesCardWith("Go on: eligibility", "More answers", "👍 Helpful", "👎 Not helpful");
        Assert.Contains("Action.ToggleVisibility", megan.Card.Json.ToJsonString(), StringComparison.Ordinal);
        await megan.Presses("Go on: eligibility").Sees("Step 1 of 5");
        Assert.Empty(bot.Graph.Requests);
    }

    [Fact]
    public async Task What_the_texts_do_not_know_is_not_answered_and_somebody_is_named()
    {
        await using var bot = await BotHost.StartAsync();

        await bot.As(People.Member).Says("where is my pizza *now*?").Sees("I do not know", "My texts have no answer to “where is my pizza \\*now\\*?”", "You can also ask FastTrack itself").SeesCardWith("What I can do", "👎 Not helpful");
        await bot.As(People.Member).Says("ask pizza").Sees("I do not know");
        await bot.As(People.Member).Says("ask").Sees("Type your question in your own words");
    }

    [Fact]
    public async Task Whoever_has_an_engagement_is_sent_to_its_people_but_not_in_a_group()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        await alex.Says("can FastTrack migrate PST files").Sees("PST files", "FastTrack itself");
        await bot.As(Other).Says("how long does the migration of Gmail labels take?").Sees("Alex Wilber, who leads your engagement");
        await bot.As(Other, Place.Group).Says("how long does the migration of Gmail labels take?").Sees("FastTrack itself").SeesNot("Alex Wilber");
    }

    [Fact]
    public async Task A_question_in_a_dialog_is_answered_and_the_dialog_goes_on()
    {
        await using var bot = await BotHost.StartAsync();
        var megan = bot.As(People.Member);
        await megan.Says("eligibility").Sees("Step 1 of 5");

        await megan.Says("do trial licences count?").Sees("Only paid licences of eligible plans count", "Your question is answered above", "How many paid licences do you have?");
        await megan.Says("320").Sees("Step 2 of 5");
        await megan.Says("ask where is my pizza").Sees("I do not know", "Your question is answered above", "Step 2 of 5");
        await megan.Says("nonprofit").Sees("Step 3 of 5");
    }

    [Fact]
    public async Task A_question_in_a_note_stays_in_the_note()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await AtStepAsync(bot.As(People.Admin), Review - 1);

        await alex.Says("1; What does FastTrack cost us?; please").Sees("What does FastTrack cost us?").SeesNot("the benefit is part of eligible plans");
    }

    [Fact]
    public async Task In_a_group_only_a_question_to_the_bot_is_answered()
    {
        await using var bot = await BotHost.StartAsync();
        var megan = bot.As(People.Member, Place.Group);
        var message = Wire.Message(People.Member, Place.Group, "what does FastTrack cost?");
        message["entities"]![0]!["mentioned"]!["id"] = People.Partner.ChannelId;

        await megan.Says("what does FastTrack cost?").Sees("the benefit is part of eligible plans");
        await megan.Posts(message).SeesNot("the benefit is part of eligible plans");
    }

    [Fact]
    public async Task A_command_in_other_words_another_language_or_with_a_slip_is_understood()
    {
        await using var bot = await BotHost.StartAsync();
        var megan = bot.As(People.Member);

        await megan.Says("elegibility check").Sees("Step 1 of 5");
        await megan.Says("cancel");
        await megan.Says("trợ giúp").Sees("What I can do for you");
        await megan.In("de-DE").Says("ich suche die nächste Besprechung").Sees("Did you mean …?").SeesCardWith("besprechungen");
        await megan.Says("*lnik* this channel").Sees("Did you mean …?", "\\*lnik\\*");
    }

    [Fact]
    public async Task Feedback_is_kept_once_a_person_and_answer_and_shown_to_specialists()
    {
        await using var bot = await BotHost.StartAsync();
        var (megan, adele) = (bot.As(People.Member), bot.As(People.Specialist));
        await adele.Says("feedback").Sees("Nobody has said anything yet");
        await megan.Says("what does FastTrack cost?");

        await megan.Presses("👍 Helpful").Sees("Noted: helpful.");
        await megan.Presses("👎 Not helpful", ("word", "=1+1 and *stars*")).Sees("Noted: not helpful.");
        await megan.Presses("👎 Not helpful").Sees("Noted: not helpful.");
        await adele.Says("what does FastTrack cost?").Presses("👍 Helpful").Sees("Noted: helpful.");

        await adele.Says("feedback").Sees("2 in all: 1 helpful, 1 not helpful.", "What does FastTrack cost?", "👍 1 · 👎 1", "“=1\\+1 and \\*stars\\*” Megan Bowen, 2 Mar");
        await megan.Says("feedback").Sees("for FastTrack’s specialists").SeesNot("Megan Bowen");
        await megan.Forges("feedback.show", new JsonObject { ["page"] = "1" }).Sees("for FastTrack’s specialists");
    }

    [Fact]
    public async Task Feedback_goes_into_a_file_that_runs_nothing()
    {
        const string Url = "https://contoso-my.sharepoint.com/personal/adele/uploadSession?guid=1";
        await using var bot = await BotHost.StartAsync();
        var (megan, adele) = (bot.As(People.Member), bot.As(People.Specialist));
        await megan.Says("what does FastTrack cost?").Presses("👎 Not helpful", ("word", "=HYPERLINK(\"https://evil.example\")"));
        await adele.Says("feedback").Presses("As a file");
        var offer = bot.Channel.Sent.Last(call => ContentType(call.Activity) == "application/vnd.microsoft.teams.card.file.consent");

        await adele.Posts(Accept(adele, offer, Url));
        await bot.Channel.UntilAsync(channel => channel.Uploads.ContainsKey(Url));

        var content = Encoding.UTF8.GetString(bot.Channel.Uploads[Url]);
        Assert.Contains("answer,cost,What does FastTrack cost?,no,\"'=HYPERLINK", content, StringComparison.Ordinal);
        await megan.Posts(Accept(megan, offer, Url)).Sees("I have no such file for you");
        await megan.Forges("tenant-file", new JsonObject { ["file"] = "feedback" }).Sees("I have no such file for you");
    }

    [Theory]
    [InlineData("answer", "no-such-passage", "true")]
    [InlineData("tip", "no-such-tip", "true")]
    [InlineData("nothing", "cost", "true")]
    [InlineData("answer", "cost", "perhaps")]
    public async Task Feedback_on_what_does_not_exist_is_not_kept(string kind, string subject, string helpful)
    {
        await using var bot = await BotHost.StartAsync();

        await bot.As(People.Member).Forges("feedback", new JsonObject { ["kind"] = kind, ["subject"] = subject, ["helpful"] = helpful }).Sees("no longer there");
        await bot.As(People.Specialist).Says("feedback").Sees("Nobody has said anything yet");
    }

    [Fact]
    public async Task A_faulty_pack_is_told_at_the_start_and_in_health_and_the_built_in_texts_answer()
    {
        var folder = Directory.CreateTempSubdirectory("fasttrackbot-texts-");
        await File.WriteAllTextAsync(Path.Combine(folder.CreateSubdirectory("en").FullName, "own.md"), "## Own\nid: own\nsource: hearsay\n\nText.\n", TestContext.Current.CancellationToken);
        try
        {
            await using var bot = await BotHost.StartAsync(host => host.Settings["Questions:KnowledgeFolder"] = folder.FullName);
            var alex = bot.As(People.Admin);

            await alex.Says("health").Sees("Answers to questions", "en/own.md\\(1\\): The source “hearsay” is not in");
            await alex.Says("what does FastTrack cost?").Sees("the benefit is part of eligible plans");
            Assert.Contains(bot.Log.Lines, line => line.Id == 6700);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string? ContentType(JsonObject activity) => activity["attachments"]?[0]?["contentType"]?.GetValue<string>();

    private static JsonObject Accept(Chat chat, ChannelCall offer, string url) => Wire.Invoke(chat.Person, chat.Place, "fileConsent/invoke", new JsonObject
    {
        ["type"] = "fileUpload",
        ["action"] = "accept",
        ["context"] = offer.Activity["attachments"]![0]!["content"]!["acceptContext"]!.DeepClone(),
        ["uploadInfo"] = new JsonObject { ["contentUrl"] = "https://contoso-my.sharepoint.com/x.csv", ["name"] = "x.csv", ["uploadUrl"] = url, ["uniqueId"] = "1", ["fileType"] = "csv" },
    }, offer.Id);
}
