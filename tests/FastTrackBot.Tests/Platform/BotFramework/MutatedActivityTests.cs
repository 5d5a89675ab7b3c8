using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FastTrackBot.Tests.Bot;

namespace FastTrackBot.Tests.Platform.BotFramework;

/// <summary>Real activities, damaged in thousands of seeded ways: the bot may refuse them, but must neither fall over nor forget.</summary>
public sealed class MutatedActivityTests
{
    private const int Mutations = 5_000;

    [Fact]
    public async Task Damaged_activities_are_never_answered_with_an_error_of_the_server()
    {
        await using var bot = await BotHost.StartAsync();
        await bot.As(People.Specialist).Says("eligibility").Says("320").Sees("Step 2 of 5");
        var samples = await SamplesAsync(bot);

        List<string> wrong = [];
        Dictionary<int, int> statuses = [];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Mutations), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken },
            async (seed, _) =>
            {
                var body = new ActivityMutator(seed).Mutate(samples[seed % samples.Count]);
                var answer = await bot.PostAsync(body);
                lock (wrong)
                {
                    statuses[answer.Status] = statuses.GetValueOrDefault(answer.Status) + 1;
                    if (answer.Status is >= 500 and not 501 || (answer.Status == 200 && answer.Body.Contains("\"statusCode\":500", StringComparison.Ordinal)))
                        wrong.Add(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {answer.Status} to {Encoding.UTF8.GetString(body)}"));
                }
            });

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {Mutations}:\n{string.Join('\n', wrong.Take(5))}");
        // Nor does a turn end in an apology: 1004 is the log's word for a handler that threw.
        Assert.DoesNotContain(bot.Log.Lines, line => line.Id == 1004);
        // The generator is worth something only if it produces both: what the bot can read, and what it cannot.
        Assert.True(statuses[200] > Mutations / 10 && statuses[400] > Mutations / 10, JsonSerializer.Serialize(statuses));
        await bot.As(People.Specialist).Presses("Next").Sees("Step 3 of 5").Presses("Back").Presses("Back").SeesFilledIn("seats", "320");
        await bot.As(People.Admin).Says("cancel").Says("help").Sees("What I can do for you");
    }

    /// <summary>One of each shape that Teams sends.</summary>
    private static async Task<IReadOnlyList<JsonObject>> SamplesAsync(BotHost bot)
    {
        var (alex, megan) = (People.Admin, People.Member);
        var chat = Place.PersonalChatOf(megan);
        var card = (await bot.As(megan).Says("eligibility")).Card;
        return
        [
            Wire.Message(megan, chat, "help"),
            Wire.Message(megan, Place.Thread, "eligibility"),
            Wire.Message(alex, Place.Group, "status"),
            Wire.Installation(alex, Place.PersonalChatOf(alex)),
            Wire.BotAdded(alex, Place.General),
            Wire.Execute(megan, chat, "dialog", card.Submission(card.Button("Next"), [("seats", "300")]), card.MessageId),
            Wire.Submit(megan, chat, new JsonObject { ["command"] = "eligibility" }, card.MessageId),
            Wire.Reaction(alex, chat, card.MessageId),
            Wire.Invoke(alex, chat, "composeExtension/query", new JsonObject { ["parameters"] = new JsonArray(new JsonObject { ["name"] = "q", ["value"] = "exch" }) }),
            Wire.Invoke(alex, chat, "task/fetch", new JsonObject { ["data"] = new JsonObject { ["do"] = "open" }, ["context"] = new JsonObject { ["theme"] = "default" } }),
        ];
    }
}
