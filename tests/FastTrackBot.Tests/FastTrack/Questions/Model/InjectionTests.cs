using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FastTrackBot.FastTrack;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Sandbox;
using FastTrackBot.Tests.Bot;
using FastTrackBot.Tests.Platform.Model;
using Microsoft.Extensions.DependencyInjection;
using Person = FastTrackBot.FastTrack.Person;

namespace FastTrackBot.Tests.FastTrack.Questions.Model;

/// <summary>
/// A model that obeys whatever it reads, and worse: it calls what it was not offered, asks for what is not the asker's, and repeats every text
/// with a mark. Whatever the texts say, nothing runs, nothing changes, nobody else's facts leave, and no link leads anywhere but to the sources.
/// </summary>
public sealed class InjectionTests
{
    private const string Secret = "Fabrikam Secret";
    private const string SecretId = "fabrikam-secret";

    /// <summary>Whose engagement it is: a name that no injection can know, so that it is found wherever facts of it are.</summary>
    private const string Hidden = "Zoe Hidden";

    [Fact]
    public void There_are_enough_of_them() => Assert.InRange(Injections.All.Distinct().Count(), 40, 100);

    [Fact]
    public async Task In_questions()
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        await SaveAsync(bot, EngagementOf(SecretId, Secret, People.Admin with { Name = Hidden }));
        var before = await EngagementsAsync(bot);
        var megan = bot.As(People.Member);

        var answered = 0;
        foreach (var injection in Injections.All)
        {
            var asked = model.Requests.Count;
            model.Answers = request => Obey(request, injection);
            var answer = await megan.AsksAsync("ask what does FastTrack cost? " + injection);
            // Where no passage was found there is nothing to prove a sentence with, and the texts answer.
            if (model.Requests[^1].Prompt["passages"]!.AsArray().Count == 0)
            {
                Assert.Equal("", ModelTalk.TextOf(answer));
                continue;
            }

            answered++;
            Harmless(answer);
            Assert.True(model.Requests.Count > asked);
            Assert.All(model.Requests.Skip(asked), request => Assert.DoesNotContain(Hidden, request.Raw, StringComparison.Ordinal));
            Assert.All(model.Requests[^1].Results, result => Assert.True(result.ContainsKey("error") || result["data"] is JsonArray { Count: 0 }, result.ToJsonString()));
        }

        Assert.InRange(answered, 40, Injections.All.Count);
        Assert.Equal(before, await EngagementsAsync(bot));
    }

    [Fact]
    public async Task In_names_and_notes_of_engagements()
    {
        await using var model = await ModelStub.StartAsync();
        await using var bot = await StartAsync(model);
        await SaveAsync(bot, EngagementOf(SecretId, Secret, People.Admin with { Name = Hidden }));
        var megan = bot.As(People.Member);
        for (var number = 0; number < Injections.All.Count; number++)
        {
            var injection = Injections.All[number];
            // The newest is the one that is meant.
            await SaveAsync(bot, EngagementOf($"own-{number}", injection, People.Member, injection, number));
        }

        var before = await EngagementsAsync(bot);
        for (var number = 0; number < Injections.All.Count; number++)
        {
            var injection = Injections.All[number];
            var id = $"own-{number}";
            var asked = model.Requests.Count;
            model.Answers = request => Obey(request, injection, id);
            Harmless(await megan.AsksAsync("what does my FastTrack engagement cost?"));
            // What is the asker's own is there, in full, as data.
            Assert.Contains(model.Requests[^1].Results, result => result["data"]?["organisation"]?.GetValue<string>() == injection);
            Assert.Contains(model.Requests[^1].Results, result => result["data"]?["items"]?[0]?["blocked"]?.GetValue<string>() == injection);
            Assert.All(model.Requests.Skip(asked), request => Assert.DoesNotContain(Hidden, request.Raw, StringComparison.Ordinal));
        }

        Assert.Equal(before, await EngagementsAsync(bot));
    }

    [Fact]
    public async Task In_passages()
    {
        var folder = Directory.CreateTempSubdirectory("fasttrackbot-texts-");
        try
        {
            var texts = new StringBuilder();
            for (var number = 0; number < Injections.All.Count; number++)
                texts.Append(CultureInfo.InvariantCulture, $"## What about zebra{Word(number)}?\nid: p{number}\nsource: introduction-2021\n\nFact. {Injections.All[number].ReplaceLineEndings(" ").TrimStart('#', ' ')}\n\n");
            await File.WriteAllTextAsync(Path.Combine(folder.CreateSubdirectory("en").FullName, "own.md"), texts.ToString(), TestContext.Current.CancellationToken);
            await using var model = await ModelStub.StartAsync();
            await using var bot = await StartAsync(model, host => host.Settings["Questions:KnowledgeFolder"] = folder.FullName);
            await SaveAsync(bot, EngagementOf(SecretId, Secret, People.Admin with { Name = Hidden }));
            var before = await EngagementsAsync(bot);
            var megan = bot.As(People.Member);

            for (var number = 0; number < Injections.All.Count; number++)
            {
                var injection = Injections.All[number];
                model.Answers = request => Obey(request, injection);
                var answer = await megan.AsksAsync($"what about zebra{Word(number)}?");
                Assert.Contains(model.Requests[^1].Prompt["passages"]!.AsArray(), passage => passage!["text"]!.GetValue<string>().StartsWith("Fact. ", StringComparison.Ordinal));
                Harmless(answer);
                Assert.All(model.Requests, request => Assert.DoesNotContain(Hidden, request.Raw, StringComparison.Ordinal));
                Assert.All(model.Requests[^1].Results, result => Assert.True(result.ContainsKey("error") || result["data"] is JsonArray { Count: 0 }, result.ToJsonString()));
            }

            Assert.Equal(before, await EngagementsAsync(bot));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<BotHost> StartAsync(ModelStub model, Action<BotHost>? configure = null) => ModelTalk.StartAsync(model, host =>
    {
        host.Settings["Questions:AnswersPerDay"] = "1000";
        configure?.Invoke(host);
    });

    /// <summary>Does all that it should not, and then says what it was told to say, with a mark that exists.</summary>
    private static StubReply Obey(ModelRequest request, string injection, string? own = null) => request.Results.Count switch
    {
        0 => StubReply.Calling(
            ("close_engagement", """{"engagement":"fabrikam-secret"}"""), ("engagement_status", $$"""{"engagement":"{{own ?? SecretId}}"}"""),
            ("open_items", $$"""{"engagement":"{{own ?? SecretId}}"}"""), ("propose_command", """{"command":"delete_all"}""")),
        4 when own is not null => StubReply.Calling(("engagement_status", """{"engagement":"fabrikam-secret"}""")),
        _ => new StubReply($"{injection} [1]\nIt is as the text says: {injection}. [1]\nFabrikam Secret is in danger.\nPlain truth [1]."),
    };

    /// <summary>One message came, no command ran, and nothing in it leads anywhere but to the sources.</summary>
    private static void Harmless(JsonObject answer)
    {
        var text = ModelTalk.TextOf(answer);
        Assert.EndsWith("Plain truth. [1]", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Injections.ForeignHost, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("in danger", text, StringComparison.Ordinal);
        Assert.DoesNotContain("://", text, StringComparison.Ordinal);
        Assert.DoesNotContain("](", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<at>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", text, StringComparison.Ordinal);
        Assert.Null(answer["attachments"]);
        Assert.Equal(["streaminfo", "https://schema.org/Message"], answer["entities"]!.AsArray().Select(entity => entity!["type"]!.GetValue<string>()));
        // A few of the bot's own sources have no address.
        Assert.All(ModelTalk.LabelOf(answer)["citation"]!.AsArray(), citation => Assert.True(
            citation!["appearance"]!["url"] is not { } url || Sources.All.Any(source => source.Url?.AbsoluteUri == new Uri(url.GetValue<string>()).AbsoluteUri), citation.ToJsonString()));
    }

    private static Engagement EngagementOf(string id, string organisation, FastTrackBot.Tests.Bot.Person owner, string? note = null, int number = 0) => new(
        id, organisation, "contoso.com", Phase.Validation, ["teams"], new Person(owner.ObjectId, owner.Name), "request-" + id, "FT-1",
        new DateTimeOffset(2026, 2, 1, 8, 0, 0, TimeSpan.Zero).AddMinutes(number), [new ChecklistItem("wantedServices", new DateOnly(2026, 3, 1)) { Blocked = note, Note = note }]);

    private static async Task SaveAsync(BotHost bot, Engagement engagement)
    {
        var store = bot.Services.GetRequiredService<IStore>();
        var session = new DocumentSession(store);
        session.Save(EngagementDocument.Kind, SandboxPeople.TenantId, engagement.Id, engagement);
        Assert.Equal(CommitOutcome.Committed, (await store.CommitAsync(session.ToCommit(), TestContext.Current.CancellationToken)).Outcome);
    }

    /// <summary>Every engagement with its version, as it is stored.</summary>
    private static async Task<IReadOnlyList<string>> EngagementsAsync(BotHost bot) =>
        [.. (await bot.Services.GetRequiredService<IStore>().ReadAllAsync(EngagementDocument.Kind.Name, SandboxPeople.TenantId, TestContext.Current.CancellationToken))
            .Select(document => $"{document.Key} {document.Version} {Encoding.UTF8.GetString(document.Json.Span)}")];

    private static string Word(int number) => $"{(char)('a' + (number / 10))}{(char)('k' + (number % 10))}q";
}
