using System.Text.Json.Nodes;
using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Questions.Model;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Sandbox;
using FastTrackBot.Tests.Platform.Model;
using Microsoft.Extensions.DependencyInjection;
using static FastTrackBot.Tests.Bot.ModelTalk;
using static FastTrackBot.Tests.Bot.RequestTalk;

namespace FastTrackBot.Tests.Bot;

/// <summary>Questions that a language model answers: from the bot's texts and the asker's own engagements, with proof, or not at all.</summary>
public sealed class ModelScripts
{
    [Fact]
    public async Task An_answer_says_only_what_it_can_prove_with_label_citations_and_thumbs()
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        model.Says("It costs nothing *more* [1]. It cures colds. It never ends [99]. Ask early [2][1].");

        var answer = await bot.As(People.Member).AsksAsync(Cost);

        Assert.Equal("It costs nothing \\*more\\*. [1] Ask early. [2][1]", TextOf(answer));
        var label = LabelOf(answer);
        Assert.Equal(("https://schema.org/Message", "Message", "https://schema.org", "AIGeneratedContent"),
            (label["type"]!.GetValue<string>(), label["@type"]!.GetValue<string>(), label["@context"]!.GetValue<string>(), label["additionalType"]!.AsArray().Single()!.GetValue<string>()));
        var citations = label["citation"]!.AsArray();
        Assert.Equal([1, 2], citations.Select(citation => citation!["position"]!.GetValue<int>()));
        Assert.All(citations, citation =>
        {
            Assert.Equal(("Claim", "DigitalDocument"), (citation!["@type"]!.GetValue<string>(), citation["appearance"]!["@type"]!.GetValue<string>()));
            Assert.InRange(citation["appearance"]!["name"]!.GetValue<string>().Length, 1, 80);
            Assert.InRange(citation["appearance"]!["abstract"]!.GetValue<string>().Length, 1, 160);
            // The bot's own rules have no page.
            Assert.True(citation["appearance"]!["url"] is not { } url || new Uri(url.GetValue<string>()).Host == "learn.microsoft.com", citation.ToJsonString());
        });
        Assert.NotNull(citations[0]!["appearance"]!["url"]);
        Assert.Equal("What does FastTrack cost?", citations[0]!["appearance"]!["name"]!.GetValue<string>());
        Assert.Equal("default", answer["channelData"]!["feedbackLoop"]!["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_question_goes_with_passages_and_without_the_person()
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        await bot.As(People.Member).In("de-DE").AsksAsync("Was kostet FastTrack und \"wer\" bezahlt es?");

        var request = Assert.Single(model.Requests);
        Assert.Equal(("/openai/v1/chat/completions", $"Bearer {Key}"), (request.Path, request.Authorization));
        Assert.Equal(("stub", true), (request.Body["model"]!.GetValue<string>(), request.Body["stream"]!.GetValue<bool>()));
        Assert.Equal(("Was kostet FastTrack und \"wer\" bezahlt es?", "de", "2026-03-02"),
            (request.Prompt["question"]!.GetValue<string>(), request.Prompt["language"]!.GetValue<string>(), request.Prompt["today"]!.GetValue<string>()));
        Assert.InRange(request.Prompt["passages"]!.AsArray().Count, 1, 6);
        Assert.Equal(["engagements", "engagement_status", "open_items", "next_checkpoint", "propose_command"], request.Functions);
        foreach (var secret in (string[])[People.Member.Name, People.Member.ObjectId, People.Member.ChannelId, SandboxPeople.TenantId, Place.PersonalChatOf(People.Member).Id])
            Assert.DoesNotContain(secret, request.Raw, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("NONE")]
    [InlineData("")]
    [InlineData("It costs nothing. Everybody knows that.")]
    [InlineData("It costs nothing [7].")]
    [InlineData("See https://evil.example/price [1].")]
    public async Task Where_nothing_can_be_proven_the_texts_answer(string says)
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        model.Says(says);

        Assert.Contains(CostFromTexts, CardOf(await bot.As(People.Member).AsksAsync(Cost)), StringComparison.Ordinal);
        Assert.Contains("I do not know", CardOf(await bot.As(People.Member).AsksAsync("where is my pizza now?")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429, """{"error":{"code":"429","message":"Rate limit is exceeded."}}""", "Throttled")]
    [InlineData(400, """{"error":{"code":"content_filter","message":"The prompt was filtered.","innererror":{"code":"ResponsibleAIPolicyViolation"}}}""", "Filtered")]
    [InlineData(401, """{"error":{"code":"401","message":"Access denied."}}""", "Refused")]
    [InlineData(404, """{"error":{"code":"DeploymentNotFound","message":"No such deployment."}}""", "Refused")]
    [InlineData(500, """{"error":{"message":"Oops"}}""", "Broken")]
    [InlineData(503, "<html>busy</html>", "Broken")]
    [InlineData(302, "", "Broken")]
    [InlineData(200, "data: {\"choices\":[{\"delta\":{\"content\":\"It is\n\n", "Broken")]
    [InlineData(200, "<html>Welcome to the hotel</html>", "Broken")]
    [InlineData(200, "", "Broken")]
    public async Task When_the_model_fails_the_texts_answer_and_health_says_so(int status, string body, string failure)
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        model.Says(new StubReply { Status = status, Body = body });

        Assert.Contains(CostFromTexts, CardOf(await bot.As(People.Member).AsksAsync(Cost)), StringComparison.Ordinal);
        Assert.Single(model.Requests);
        Assert.Contains(failure, Assert.Single(bot.Log.Lines, line => line.Id == 6710).Text, StringComparison.Ordinal);
        await bot.As(People.Admin).Says("health").Sees("Language model", "No answer at 2 Mar 08:00 UTC, the texts answered instead.", failure);
    }

    [Theory]
    [InlineData(null, "Broken")]
    [InlineData("content_filter", "Filtered")]
    public async Task A_reply_that_breaks_off_or_is_filtered_is_not_shown(string? finish, string failure)
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        model.Says(new StubReply("It costs nothing [1]. And") { FinishReason = finish });

        Assert.Contains(CostFromTexts, CardOf(await bot.As(People.Member).AsksAsync(Cost)), StringComparison.Ordinal);
        Assert.Contains(failure, Assert.Single(bot.Log.Lines, line => line.Id == 6710).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_eight_seconds_the_texts_answer()
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        model.Says(new StubReply { Hangs = true });
        var megan = bot.As(People.Member);

        await megan.Says(Cost).SeesNothing();
        await model.NextAsync();
        bot.Clock.Advance(TimeSpan.FromSeconds(7.9));
        Assert.Empty(Messages(megan));
        bot.Clock.Advance(TimeSpan.FromSeconds(0.1));
        await bot.Channel.UntilAsync(_ => Messages(megan).Count > 0);

        Assert.Contains(CostFromTexts, CardOf(Messages(megan)[0]), StringComparison.Ordinal);
        Assert.Contains("TimedOut", Assert.Single(bot.Log.Lines, line => line.Id == 6710).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_crash_the_question_is_answered_from_the_texts()
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        model.Says(new StubReply { Hangs = true });
        var megan = bot.As(People.Member);
        await megan.Says(Cost).SeesNothing();
        await model.NextAsync();

        await bot.CrashAsync();
        await bot.UntilAnsweredAsync(megan);

        Assert.Contains(CostFromTexts, CardOf(Assert.Single(Messages(megan))), StringComparison.Ordinal);
        Assert.Single(model.Requests);
    }

    [Fact]
    public async Task Without_an_endpoint_or_switched_off_no_model_is_asked()
    {
        await using var model = await ModelStub.StartAsync();
        foreach (var (name, value) in ((string, string?)[])[("Questions:Model", "off"), ("Questions:Endpoint", "")])
        {
            await using var bot = await StartAsync(model, host => host.Settings[name] = value);
            await bot.As(People.Member).Says(Cost).Sees(CostFromTexts);
            await bot.As(People.Admin).Says("health").Sees("There is none: questions are answered from the texts alone.");
        }

        Assert.Empty(model.Requests);
    }

    [Fact]
    public async Task A_persons_share_of_a_day_is_bounded_and_comes_back_the_next_day()
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model, host => host.Settings["Questions:AnswersPerDay"] = "2");
        model.Says("It costs nothing [1].");
        var (megan, alex) = (bot.As(People.Member), bot.As(People.Admin));

        Assert.Contains("[1]", TextOf(await megan.AsksAsync(Cost)), StringComparison.Ordinal);
        Assert.Contains("[1]", TextOf(await megan.AsksAsync(Cost)), StringComparison.Ordinal);
        await megan.Says(Cost).Sees(CostFromTexts);
        Assert.Contains("[1]", TextOf(await alex.AsksAsync(Cost)), StringComparison.Ordinal);
        await bot.PassAsync(TimeSpan.FromHours(16));
        Assert.Contains("[1]", TextOf(await megan.AsksAsync(Cost)), StringComparison.Ordinal);

        Assert.Equal(4, model.Requests.Count);
    }

    [Fact]
    public async Task Facts_are_those_of_the_askers_own_engagements_and_nobody_elses()
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        var alex = await EngagedAsync(bot.As(People.Admin));
        string? id = null;
        model.Answers = request => request.Results.Count switch
        {
            0 => StubReply.Calling(("engagements", "{}")),
            1 => StubReply.Calling(("engagement_status", "{}"), ("open_items", "{}"), ("next_checkpoint", "{}")),
            _ => new StubReply($"You are in the phase Validation [{request.Results[1]["mark"]}]. Twelve tasks are open [{request.Results[2]["mark"]}]."),
        };

        var answer = await alex.AsksAsync("how far is my engagement with Contoso?");

        var results = model.Requests[^1].Results;
        id = results[0]["data"]![0]!["id"]!.GetValue<string>();
        var marks = results.Select(result => result["mark"]!.GetValue<int>()).ToList();
        Assert.Equal(Enumerable.Range(marks[0], 4), marks);
        Assert.Equal(("Contoso", "Validation", 0, 12), (results[1]["data"]!["organisation"]!.GetValue<string>(), results[1]["data"]!["phase"]!.GetValue<string>(),
            results[1]["data"]!["tasksDone"]!.GetValue<int>(), results[1]["data"]!["tasksInPhase"]!.GetValue<int>()));
        Assert.Equal(12, results[2]["data"]!["items"]!.AsArray().Count);
        Assert.Empty(results[3]["data"]!.AsObject());
        Assert.Contains("Validation", TextOf(answer), StringComparison.Ordinal);
        Assert.Contains("Engagement: Contoso", answer["entities"]!.ToJsonString(), StringComparison.Ordinal);

        // Somebody without a part in it asks for it by its id.
        var before = model.Requests.Count;
        model.Answers = request => request.Results.Count == 0
            ? StubReply.Calling(("engagements", "{}"), ("engagement_status", $$"""{"engagement":"{{id}}"}"""), ("open_items", $$"""{"engagement":"{{id}}"}"""), ("engagement_status", "not json"))
            : new StubReply("NONE");
        await bot.As(People.Member).AsksAsync("how far is the engagement with Fabrikam?");

        var refused = model.Requests[^1].Results;
        Assert.Empty(refused[0]["data"]!.AsArray());
        Assert.All(refused.Skip(1), result => Assert.Equal("The asker has no such engagement.", result["error"]!.GetValue<string>()));
        Assert.All(model.Requests.Skip(before), request => Assert.DoesNotContain("Contoso", request.Raw, StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_a_group_the_model_gets_no_facts_and_answers_in_one_message()
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        await EngagedAsync(bot.As(People.Admin));
        model.Answers = request => request.Results.Count == 0 ? StubReply.Calling(("engagements", "{}")) : new StubReply("It costs nothing [1].");

        var answer = await bot.As(People.Admin, Place.Group).AsksAsync(Cost);

        Assert.Equal("It costs nothing. [1]", TextOf(answer));
        Assert.Equal(["propose_command"], model.Requests[0].Functions);
        Assert.Equal("There is no such function.", Assert.Single(model.Requests[^1].Results)["error"]!.GetValue<string>());
        Assert.Contains(bot.Log.Lines, line => line.Id == 6713);
        Assert.DoesNotContain("Lidia", model.Requests[^1].Raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_the_model_proposes_waits_for_a_press()
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        model.Says(StubReply.Calling(("propose_command", """{"command":"eligibility"}"""), ("propose_command", """{"command":"delete_all"}""")), new StubReply("NONE"));
        var megan = bot.As(People.Member);

        var offered = await megan.AsksAsync("I would like to know whether we get help with this");

        Assert.Contains("Nothing happens until you press the button.", CardOf(offered), StringComparison.Ordinal);
        Assert.Equal(["There is no such command."], model.Requests[^1].Results.Select(result => result["error"]?.GetValue<string>()).OfType<string>());
        Assert.Single(Messages(megan));
        await megan.Presses(Assert.Single(megan.Card.Buttons)).Sees("Step 1 of 5");
    }

    [Fact]
    public async Task A_model_that_never_ends_calling_is_cut_off()
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        model.Answers = request => request.Functions.Count > 0
            ? StubReply.Calling(("engagements", "{}"), ("engagements", "{}"), ("engagements", "{}"))
            : new StubReply("It costs nothing [1].");

        Assert.Equal("It costs nothing. [1]", TextOf(await bot.As(People.Member).AsksAsync(Cost)));
        Assert.Equal(4, model.Requests.Count);
        Assert.Equal(9, model.Requests[^1].Results.Count);
        Assert.InRange(model.Requests[^1].Results.Count(result => result.ContainsKey("mark")), 4, 6);
    }

    [Fact]
    public async Task Thumbs_below_an_answer_are_feedback_with_an_empty_reply()
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        var megan = bot.As(People.Member);
        foreach (var (reaction, feedback) in ((string, string)[])[("like", "good"), ("dislike", """{"feedbackText":"not *true*"}""")])
        {
            await megan.Posts(Wire.Invoke(People.Member, megan.Place, "message/submitAction", new JsonObject
            {
                ["actionName"] = "feedback",
                ["actionValue"] = new JsonObject { ["reaction"] = reaction, ["feedback"] = feedback },
            }));
            Assert.Equal((200, ""), (megan.Answer.Status, megan.Answer.Body));
        }

        await bot.As(People.Specialist).Says("feedback").Sees("1 in all: 0 helpful, 1 not helpful.", "Answers of the language model", "“not \\*true\\*” Megan Bowen");
        await megan.Posts(Wire.Invoke(People.Member, megan.Place, "message/submitAction", new JsonObject { ["actionName"] = "other" }));
        Assert.Equal(501, megan.Answer.Status);
    }

    [Fact]
    public async Task In_a_dialog_the_texts_answer_at_once()
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        await bot.As(People.Member).Says("eligibility");

        await bot.As(People.Member).Says("ask " + Cost).Sees(CostFromTexts, "Step 1 of 5");
        Assert.Empty(model.Requests);
    }

    [Fact]
    public async Task Of_a_person_only_the_number_of_a_days_questions_is_kept_and_that_is_forgotten()
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        var (megan, alex) = (bot.As(People.Member), bot.As(People.Admin));
        await megan.AsksAsync(Cost);
        await alex.AsksAsync(Cost);
        await bot.SettleAsync();
        Assert.Equal((0, 2), (await KeptAsync(bot, "asked"), await KeptAsync(bot, "modeluse")));

        await megan.Says("forget me").Sees("How many questions of yours went to the language model on one day").Presses("Forget me");
        await bot.SettleAsync();
        Assert.Equal(1, await KeptAsync(bot, "modeluse"));

        var sweep = new DocumentSweep(bot.Services.GetRequiredService<IStore>());
        Assert.Equal(0, await new ModelExpiry().RunAsync(sweep, new ExpiryRun(bot.Clock.GetUtcNow(), new RetentionOptions()), TestContext.Current.CancellationToken));
        Assert.Equal(1, await new ModelExpiry().RunAsync(sweep, new ExpiryRun(bot.Clock.GetUtcNow().AddDays(1), new RetentionOptions()), TestContext.Current.CancellationToken));
        Assert.Equal(0, await KeptAsync(bot, "modeluse"));
    }

    private static async Task<int> KeptAsync(BotHost bot, string kind) =>
        (await bot.Services.GetRequiredService<IStore>().ReadPageAsync(kind, null, 100, TestContext.Current.CancellationToken)).Count;
}
