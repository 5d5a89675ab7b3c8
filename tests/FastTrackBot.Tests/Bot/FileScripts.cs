using System.Text;
using System.Text.Json.Nodes;

namespace FastTrackBot.Tests.Bot;

/// <summary>The plan as a file: asked for, accepted, put into the person's OneDrive.</summary>
public sealed class FileScripts
{
    private const string UploadUrl = "https://contoso-my.sharepoint.com/personal/alex/uploadSession?guid=1";

    [Fact]
    public async Task A_plan_that_is_asked_for_and_accepted_lies_in_OneDrive_and_a_link_takes_the_place_of_the_question()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await PlannedAsync(bot);
        await alex.OpensItemAsync("syncStale");
        await alex.Presses("Leave it as it is", ("why", "=HYPERLINK(\"https://evil.example\")"));

        var offer = await OfferedAsync(bot, alex);
        await alex.Posts(Accept(alex, offer, UploadUrl));
        await bot.Channel.UntilAsync(channel => channel.Sent.Any(call => ContentType(call.Activity) == "application/vnd.microsoft.teams.card.file.info"));

        Assert.Equal((200, ""), (alex.Answer.Status, alex.Answer.Body));
        var content = Encoding.UTF8.GetString(bot.Channel.Uploads[UploadUrl]);
        var lines = content.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("\uFEFFFinding,Severity,State,Who sees to it,Until,", content, StringComparison.Ordinal);
        Assert.Equal(1 + 11, lines.Length);
        Assert.Contains("contoso-retail.example", content, StringComparison.Ordinal);
        // A spreadsheet shows it, and runs nothing.
        Assert.Contains("'=HYPERLINK", content, StringComparison.Ordinal);
        Assert.Equal(bot.Channel.Uploads[UploadUrl].Length, offer.Activity["attachments"]![0]!["content"]!["sizeInBytes"]!.GetValue<int>());
        Assert.DoesNotContain(bot.Channel.MessagesIn(alex.Place.Id), message => message.Id == offer.Id);
    }

    [Fact]
    public async Task A_file_that_is_declined_goes_nowhere()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await PlannedAsync(bot);
        var offer = await OfferedAsync(bot, alex);

        var answer = Accept(alex, offer, UploadUrl);
        answer["value"]!["action"] = "decline";
        answer["value"]!.AsObject().Remove("uploadInfo");
        await alex.Posts(answer).SeesNothing();

        Assert.Equal(200, alex.Answer.Status);
        Assert.Empty(bot.Channel.Uploads);
    }

    [Fact]
    public async Task Files_are_for_the_personal_chat_and_for_who_may_see_the_engagement()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await PlannedAsync(bot);
        var offer = await OfferedAsync(bot, alex);

        await bot.As(People.Admin, Place.Group).Says("remediation").Presses("As a file").Sees("in our personal chat only");
        var lidia = bot.As(People.Partner);
        await lidia.Posts(Accept(lidia, offer, UploadUrl)).Sees("I have no such file for you");
        Assert.Empty(bot.Channel.Uploads);
    }

    [Theory]
    [InlineData("https://evil.example/upload")]
    [InlineData("https://sharepoint.com.evil.example/upload")]
    [InlineData("http://contoso-my.sharepoint.com/upload")]
    [InlineData("https://user@contoso-my.sharepoint.com/upload")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task A_file_goes_to_OneDrive_only(string address)
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await PlannedAsync(bot);

        await alex.Posts(Accept(alex, await OfferedAsync(bot, alex), address));

        await bot.Channel.UntilAsync(channel => channel.Sent.Any(call => Says(call, "could not be put into your OneDrive")));
        Assert.Empty(bot.Channel.Uploads);
    }

    [Fact]
    public async Task Where_OneDrive_is_down_it_is_tried_again()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await PlannedAsync(bot);
        var offer = await OfferedAsync(bot, alex);
        bot.Channel.Fails(503, times: 1, method: "UPLOAD");

        await alex.Posts(Accept(alex, offer, UploadUrl));
        while (!bot.Channel.Uploads.ContainsKey(UploadUrl))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
            bot.Clock.Advance(TimeSpan.FromSeconds(20));
        }

        Assert.DoesNotContain(bot.Channel.Sent, call => Says(call, "could not be put"));
    }

    [Fact]
    public async Task An_answer_that_nobody_can_read_is_a_bad_request()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = bot.As(People.Admin);

        await alex.Posts(Wire.Invoke(alex.Person, alex.Place, "fileConsent/invoke", new JsonObject { ["action"] = 7 }));

        Assert.Equal(400, alex.Answer.Status);
    }

    private static async Task<Chat> PlannedAsync(BotHost bot)
    {
        var alex = await RequestTalk.EngagedAsync(bot.As(People.Admin));
        await alex.AssessesAsync(bot);
        return await alex.Says("remediation").Presses("Into the plan");
    }

    private static async Task<ChannelCall> OfferedAsync(BotHost bot, Chat chat)
    {
        await chat.Says("remediation").Presses("As a file").Sees("Accept it below");
        return bot.Channel.Sent.Last(call => ContentType(call.Activity) == "application/vnd.microsoft.teams.card.file.consent");
    }

    internal static JsonObject Accept(Chat chat, ChannelCall offer, string uploadUrl) => Wire.Invoke(chat.Person, chat.Place, "fileConsent/invoke", new JsonObject
    {
        ["type"] = "fileUpload",
        ["action"] = "accept",
        ["context"] = offer.Activity["attachments"]![0]!["content"]!["acceptContext"]!.DeepClone(),
        ["uploadInfo"] = new JsonObject
        {
            ["contentUrl"] = "https://contoso-my.sharepoint.com/personal/alex/Documents/plan.csv",
            ["name"] = offer.Activity["attachments"]![0]!["name"]!.GetValue<string>(),
            ["uploadUrl"] = uploadUrl,
            ["uniqueId"] = "1150D938-8870-4044-9F2C-5BBDEBA70C8C",
            ["fileType"] = "csv",
        },
    }, offer.Id);

    private static string? ContentType(JsonObject activity) => activity["attachments"]?[0]?["contentType"]?.GetValue<string>();

    private static bool Says(ChannelCall call, string words) => call.Activity["text"]?.GetValue<string>().Contains(words, StringComparison.Ordinal) == true;
}
