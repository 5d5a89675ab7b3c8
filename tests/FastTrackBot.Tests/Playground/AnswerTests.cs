using System.Globalization;
using FastTrackBot.Platform.BotFramework.Streaming;
using FastTrackBot.Tests.Platform.Model;
using Microsoft.Playwright;

namespace FastTrackBot.Tests.Playground;

[Collection(PlaygroundGroup.Name)]
public sealed class AnswerTests(Chromium chromium)
{
    private const string Question = "What does FastTrack cost, and who moves our data?";

    /// <summary>What a model may say, with the titles of the passages that it rests on. It falls silent in the middle of a sentence.</summary>
    private const string Answer =
        "\fFastTrack costs nothing beyond your plan [What does FastTrack cost?]. Wo"
        + "\frk beyond guidance, done by a partner, is agreed and paid separately [What does FastTrack cost?]. Fr"
        + "\fom 500 licences on, Microsoft moves mail and files; from 150 to 499 you move them with free tools, and FastTrack guides you "
        + "[Who moves our data, Microsoft or we?].";

    [Fact]
    public async Task An_answer_grows_in_the_chat_and_ends_with_its_sources()
    {
        await using var model = await ModelStub.StartAsync();
        model.Answers = request => new StubReply(Answer
            .Replace("What does FastTrack cost?", MarkOf(request, "What does FastTrack cost?"), StringComparison.Ordinal)
            .Replace("Who moves our data, Microsoft or we?", MarkOf(request, "Who moves our data, Microsoft or we?"), StringComparison.Ordinal));
        await PlaygroundSession.RunAsync(
            chromium,
            async session =>
            {
                var chat = session.Chat;
                await chat.SeesAsync("Hello, I am your FastTrack assistant");
                await chat.NarrowAsync(960);
                await chat.TypesAsync(Question);
                await Assertions.Expect(chat.Answer).ToContainTextAsync("texts that may answer this");

                var first = await GrowsAsync(chat, model, "beyond your plan. [1]");
                var second = await GrowsAsync(chat, model, "paid separately. [1]");
                Assert.StartsWith(first, second, StringComparison.Ordinal);
                Assert.DoesNotContain("From", second, StringComparison.Ordinal);
                Assert.False(await chat.ModelLabel.IsVisibleAsync());

                model.GoesOn();
                await Assertions.Expect(chat.Answer).ToContainTextAsync("FastTrack guides you.");
                await Assertions.Expect(chat.ModelLabel).ToBeVisibleAsync();
                await Assertions.Expect(chat.Answer.Locator(".fai-Citation")).ToHaveTextAsync(["1", "1", "2"]);
                var source = await chat.PointsAtAsync(1);
                await Assertions.Expect(source).ToContainTextAsync("What does FastTrack cost?");
                await chat.PhotographAnswerAsync("answer", Question, source);
            },
            settings: [("Questions__Endpoint", model.Root), ("Questions__Deployment", "stub"), ("Questions__ApiKey", "a-key-of-the-test"), ("Questions__Timeout", "00:00:30")]);
    }

    /// <summary>Lets the model say its next part when the bot may show more.</summary>
    private static async Task<string> GrowsAsync(ChatWindow chat, ModelStub model, string words)
    {
        await Task.Delay(StreamedAnswer.Pace * 1.2, TimeProvider.System, TestContext.Current.CancellationToken);
        model.GoesOn();
        await Assertions.Expect(chat.Answer).ToContainTextAsync(words);
        return (await chat.Answer.Locator("p").First.InnerTextAsync()).Trim();
    }

    private static string MarkOf(ModelRequest request, string title) =>
        request.Prompt["passages"]!.AsArray().Single(passage => passage!["title"]!.GetValue<string>() == title)!["mark"]!.GetValue<int>().ToString(CultureInfo.InvariantCulture);
}
