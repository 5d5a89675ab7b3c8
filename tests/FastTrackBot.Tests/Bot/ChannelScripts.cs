using System.Text.Json.Nodes;
using static FastTrackBot.Tests.Bot.RequestTalk;

namespace FastTrackBot.Tests.Bot;

/// <summary>A channel gets an engagement's remediation cards, and what happens to the items shows there.</summary>
public sealed class ChannelScripts
{
    private const string Spf = "spfTwice:contoso-retail.example";

    [Fact]
    public async Task A_card_in_a_channel_is_ticked_by_two_and_follows_the_plan()
    {
        await using var bot = await RequestTalk.StartAsync();
        var (alex, adele) = await PlannedAsync(bot);
        await bot.As(People.Admin, Place.Thread).Says("link this channel").Sees("This channel works on the engagement of Contoso now");

        await alex.Says("post remediation").Sees("The card goes to Contoso onboarding › General");
        await UntilPostedAsync(bot, "0 of 11 fixed");
        var (megan, lidia) = (bot.As(People.Member, Place.General), bot.As(People.Specialist, Place.General));
        await megan.Presses("These are fixed", ("fixed-" + Spf, "true")).Sees("1 of 11 fixed");
        await UntilShownAsync(bot, "1 of 11 fixed", "Fixed; both sides have to verify it");
        await lidia.Presses("These are fixed", ("fixed-syncStale", "true")).Sees("2 of 11 fixed");
        await UntilShownAsync(bot, "2 of 11 fixed");

        // And the other way: what is done in a personal chat shows in the channel, in the same message.
        await alex.OpensItemAsync(Spf).Presses("Verified, for the customer");
        await adele.OpensItemAsync(Spf).Presses("Verified, for FastTrack");
        await UntilShownAsync(bot, "Verified by both sides");
        Assert.Single(Posts(bot));
        await alex.Says("history").Sees("Remediation card posted", "Channel linked: Contoso onboarding › General", "Megan Bowen");
    }

    [Fact]
    public async Task A_card_that_was_deleted_comes_again_with_the_next_change()
    {
        await using var bot = await RequestTalk.StartAsync();
        var (alex, _) = await PlannedAsync(bot);
        await bot.As(People.Admin, Place.General).Says("link this channel");
        await alex.Says("post remediation");
        var first = await UntilPostedAsync(bot, "0 of 11 fixed");

        bot.Channel.Forgets(first);
        await alex.OpensItemAsync(Spf).Presses("It is fixed");

        Assert.NotEqual(first, await UntilPostedAsync(bot, "1 of 11 fixed"));
    }

    [Fact]
    public async Task A_specialist_chooses_items_owner_and_date_sees_a_preview_and_posts()
    {
        await using var bot = await RequestTalk.StartAsync();
        await PlannedAsync(bot);
        await bot.As(People.Admin, Place.General).Says("link this channel");
        var adele = bot.As(People.Specialist, Place.Thread);

        await adele.Posts(Extension(adele, "fetchTask", new JsonObject { ["messagePayload"] = Message("<p>Please before &amp; after</p>") }));
        var dialog = Dialog(adele);
        Assert.Contains("Please before & after", dialog.Json.ToJsonString(Plain), StringComparison.Ordinal);
        await adele.Posts(Submit(adele, dialog, ("items", "")));
        Assert.Contains("Choose at least one item.", Dialog(adele).Text, StringComparison.Ordinal);
        await adele.Posts(Submit(adele, dialog, ("items", Spf), ("due", "soon")));
        Assert.Contains("That is no date", Dialog(adele).Text, StringComparison.Ordinal);

        await adele.Posts(Submit(adele, dialog, ("items", $"{Spf},syncStale"), ("owner", People.Member.ObjectId), ("due", "2026-04-01"), ("note", "Before *our* meeting")));
        var preview = new Card("", adele.Answer.Json["composeExtension"]!["activityPreview"]!["attachments"]![0]!["content"]!.AsObject());
        Assert.Contains("Megan Bowen, until 1 Apr", preview.Text, StringComparison.Ordinal);
        Assert.Empty(Posts(bot));

        await adele.Posts(Extension(adele, "submitAction", new JsonObject { ["botMessagePreviewAction"] = "edit", ["botActivityPreview"] = new JsonArray() }));
        Assert.Equal("2026-04-01", Dialog(adele).Inputs["due"]);
        await adele.Posts(Extension(adele, "submitAction", new JsonObject { ["botMessagePreviewAction"] = "send", ["botActivityPreview"] = new JsonArray() }));
        Assert.Equal((200, ""), (adele.Answer.Status, adele.Answer.Body));

        await UntilPostedAsync(bot, "0 of 2 fixed", Place.Thread);
        Assert.Contains(bot.Channel.MessagesIn(Place.Thread.Id), message => message.Activity.ToJsonString(Plain).Contains("Before \\\\*our\\\\* meeting", StringComparison.Ordinal));
        await bot.As(People.Admin).OpensItemAsync("syncStale").SeesFilledIn("due", "2026-04-01");
    }

    [Fact]
    public async Task Who_leads_no_engagement_posts_nothing_and_links_nothing()
    {
        await using var bot = await RequestTalk.StartAsync();
        var (alex, _) = await PlannedAsync(bot);
        var megan = bot.As(People.Member, Place.General);

        await megan.Says("link this channel").Sees("You lead no engagement that this channel could work on");
        await megan.Forges("channel.link", Data(alex)).Sees("That is for");
        await bot.As(People.Member).Says("post remediation").Sees("That is for");
        await megan.Posts(Extension(megan, "fetchTask", []));
        Assert.Contains("no engagement here whose remediation you may post", megan.Answer.Body, StringComparison.Ordinal);
        await megan.Posts(Extension(megan, "submitAction", new JsonObject { ["data"] = new JsonObject { ["engagement"] = Data(alex)["engagement"]!.GetValue<string>(), ["items"] = Spf } }));
        Assert.Contains("no engagement here whose remediation you may post", megan.Answer.Body, StringComparison.Ordinal);
        await megan.Posts(Extension(megan, "submitAction", new JsonObject { ["botMessagePreviewAction"] = "send" }));
        Assert.Contains("no engagement here whose remediation you may post", megan.Answer.Body, StringComparison.Ordinal);
        await alex.Says("post remediation").Sees("The engagement has no channel yet");
        await alex.Says("post remediation to Sales").Sees("None of your engagements has a channel called Sales");
        Assert.Empty(Posts(bot));
    }

    [Fact]
    public async Task Where_the_bot_may_not_write_the_card_is_given_up_and_whoever_posted_it_is_told()
    {
        // Pacing would wait for a clock that stands still.
        await using var bot = await RequestTalk.StartAsync(host => host.Settings["Bot:Connector:MessagesPerSecond"] = "0");
        var (alex, _) = await PlannedAsync(bot);
        await bot.As(People.Admin, Place.General).Says("link this channel");
        // The note that the card goes there comes first, and must arrive.
        bot.Channel.Fails(403, "BotNotInConversationRoster", conversation: Place.General.Id);

        await alex.Says("post remediation to general").Sees("The card goes to");

        await bot.Channel.UntilAsync(channel => channel.MessagesIn(alex.Place.Id).Any(message => message.Activity.ToJsonString(Plain).Contains("I am not in that conversation", StringComparison.Ordinal)));
        Assert.Contains(bot.Log.Lines, line => line.Id == 6300);
    }

    [Fact]
    public async Task Installed_in_a_channel_by_whoever_leads_one_engagement_it_is_linked_until_the_bot_is_removed()
    {
        await using var bot = await RequestTalk.StartAsync();
        var (alex, _) = await PlannedAsync(bot);
        var channel = bot.As(People.Admin, Place.General);

        await channel.Posts(Wire.Installation(People.Admin, Place.General)).Sees("This channel works on the engagement of Contoso now");
        await channel.Posts(Wire.Installation(People.Admin, Place.General, "remove"));

        await alex.Says("post remediation").Sees("The engagement has no channel yet");
    }

    [Fact]
    public async Task The_status_of_an_engagement_is_found_by_name_and_only_by_who_may_see_it()
    {
        await using var bot = await RequestTalk.StartAsync();
        await PlannedAsync(bot);

        Assert.Contains("\"title\":\"Contoso\"", await SearchAsync(bot.As(People.Specialist, Place.Group), "conto"), StringComparison.Ordinal);
        Assert.Contains("\"title\":\"Contoso\"", await SearchAsync(bot.As(People.Specialist, Place.Group), null), StringComparison.Ordinal);
        Assert.Contains("No engagement of that name is open to you", await SearchAsync(bot.As(People.Specialist, Place.Group), "fabrikam"), StringComparison.Ordinal);
        Assert.Contains("No engagement of that name is open to you", await SearchAsync(bot.As(People.Partner, Place.Group), "conto"), StringComparison.Ordinal);
    }

    /// <summary>An engagement with its plan, of Alex; Megan is in the team, and Adele is the specialist.</summary>
    private static async Task<(Chat Alex, Chat Adele)> PlannedAsync(BotHost bot)
    {
        var alex = await EngagedAsync(bot.As(People.Admin));
        await alex.Says("team").Presses("Add", ("who", People.Member.ObjectId), ("role", "ProjectTeam"));
        await alex.AssessesAsync(bot);
        await alex.Says("remediation").Presses("Into the plan");
        return (alex, bot.As(People.Specialist));
    }

    private static IReadOnlyList<(string Id, JsonObject Activity)> Posts(BotHost bot, Place? place = null) =>
        [.. bot.Channel.MessagesIn((place ?? Place.General).Id).Where(message => message.Activity.ToJsonString().Contains("post.fixed", StringComparison.Ordinal))];

    private static async Task<string> UntilPostedAsync(BotHost bot, string summary, Place? place = null)
    {
        bool IsIt((string Id, JsonObject Activity) message) => message.Activity.ToJsonString(Plain).Contains(summary, StringComparison.Ordinal);
        await bot.Channel.UntilAsync(_ => Posts(bot, place).Any(IsIt));
        return Posts(bot, place).Last(IsIt).Id;
    }

    private static Task UntilShownAsync(BotHost bot, params string[] texts) =>
        bot.Channel.UntilAsync(_ => Posts(bot) is [var (_, activity)] && texts.All(text => activity.ToJsonString(Plain).Contains(text, StringComparison.Ordinal)));

    private static JsonObject Data(Chat chat) => new() { ["engagement"] = chat.Card.Json["actions"]![0]!["data"]!["engagement"]!.GetValue<string>() };

    private static JsonObject Extension(Chat chat, string operation, JsonObject value)
    {
        value["commandId"] = "postRemediation";
        return Wire.Invoke(chat.Person, chat.Place, "composeExtension/" + operation, value);
    }

    private static JsonObject Submit(Chat chat, Card dialog, params (string Id, string Value)[] inputs) =>
        Extension(chat, "submitAction", new JsonObject { ["data"] = dialog.Submission(dialog.Button("Preview"), inputs) });

    private static JsonObject Message(string html) => new() { ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = html } };

    private static Card Dialog(Chat chat) => new("", chat.Answer.Json["task"]!["value"]!["card"]!["content"]!.AsObject());

    private static async Task<string> SearchAsync(Chat chat, string? query)
    {
        var parameter = query is null ? new JsonObject { ["name"] = "initialRun", ["value"] = "true" } : new JsonObject { ["name"] = "query", ["value"] = query };
        await chat.Posts(Wire.Invoke(chat.Person, chat.Place, "composeExtension/query", new JsonObject { ["commandId"] = "engagementStatus", ["parameters"] = new JsonArray(parameter) }));
        return chat.Answer.Body;
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
