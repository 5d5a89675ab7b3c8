using System.Text.Json.Nodes;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Tests.Platform.Delivery;
using FastTrackBot.Tests.Platform.Storage.Postgres;
using Microsoft.Extensions.DependencyInjection;
using static FastTrackBot.Tests.Bot.RequestTalk;

namespace FastTrackBot.Tests.Bot;

/// <summary>Two instances of the bot on one PostgreSQL, as behind a load balancer.</summary>
public sealed class InstancesScripts : IAsyncLifetime
{
    private static readonly string[] Items =
    [
        "licencesInTenant", "noTrials", "adminSignIn", "tenantAndDomain", "contactKnows", "projectManager", "technicalLead", "goals", "servicesAndDates",
        "teamSpace", "supportPlan", "meetingTimes",
    ];

    private string _database = "";

    public async ValueTask InitializeAsync() => _database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        if (_database.Length > 0) await (await PostgresServer.SharedAsync()).DropDatabaseAsync(_database);
    }

    [Fact]
    public async Task A_conversation_goes_on_at_whichever_instance_is_asked()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();

        await AtStepAsync(one.As(People.Admin), Review);
        await two.As(People.Admin).Says("yes").Sees("Ready to be filed");
        await one.As(People.Admin).Says("filed").Says("2026-03-01; FT-2027-00123").Sees("The engagement has begun");
        await two.As(People.Admin).Says("checklist").Presses("Save", ("done-goals", "true")).Sees("1 of 12 tasks are done");
        await one.As(People.Admin).Says("checklist").Sees("1 of 12 tasks are done").SeesFilledIn("done-goals", "true");
    }

    [Fact]
    public async Task Fifty_who_tick_at_both_instances_at_the_same_moment_lose_no_tick()
    {
        var people = Enumerable.Range(0, 50).Select(i => new Person($"5a2d7c1e-0000-4000-8000-0000000010{i:00}", $"29:1-crowd{i:00}", $"Person {i:00}")).ToList();
        void Invite(BotHost bot)
        {
            foreach (var (index, person) in people.Index()) bot.Settings[$"Access:Specialists:{index + 1}"] = person.ObjectId;
        }

        await using var one = await StartAsync(Invite);
        await using var two = await StartAsync(Invite);
        var alex = await EngagedAsync(one.As(People.Admin));
        var engagement = alex.Card.Button("Refresh")["data"]!["engagement"]!.GetValue<string>();

        var answers = await Task.WhenAll(people.Select((person, index) => (index % 2 == 0 ? one : two).PostAsync(Wire.Execute(
            person, Place.PersonalChatOf(person), "checklist.save",
            new JsonObject { ["engagement"] = engagement, ["shown"] = "", [$"done-{Items[index % Items.Length]}"] = "true" }))));

        Assert.All(answers, answer => Assert.Equal((200, "application/vnd.microsoft.card.adaptive"), (answer.Status, answer.Json["type"]!.GetValue<string>())));
        await alex.Presses("Refresh").Sees("12 of 12 tasks are done");
        Assert.DoesNotContain(one.Log.Lines.Concat(two.Log.Lines), line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Error);
    }

    [Fact]
    public async Task A_turn_that_both_are_given_is_had_once_and_answered_once()
    {
        await using var one = await StartAsync();
        await using var two = await StartAsync();
        var alex = await EngagedAsync(one.As(People.Admin));
        for (var round = 0; round < 10; round++)
        {
            var before = one.Channel.Calls.Count + two.Channel.Calls.Count;
            var message = Wire.Message(alex.Person, alex.Place, "status");

            var answers = await Task.WhenAll(one.PostAsync(message.DeepClone()), two.PostAsync(message.DeepClone()));

            Assert.All(answers, answer => Assert.Equal(200, answer.Status));
            Assert.Equal(before + 1, one.Channel.Calls.Count + two.Channel.Calls.Count);
        }
    }

    [Fact]
    public async Task Work_is_done_by_one_of_them_and_both_take_part()
    {
        Errands first = new(WorkAsync), second = new(WorkAsync);
        await using var one = await StartAsync(bot => bot.AlsoAdd = services => services.AddSingleton<WorkKind>(first));
        await using var two = await StartAsync(bot => bot.AlsoAdd = services => services.AddSingleton<WorkKind>(second));

        var items = Enumerable.Range(0, 300).Select(number => new WorkItem("errand", $"{number:D3}", one.Clock.GetUtcNow())).ToList();
        await one.Services.GetRequiredService<IStore>().CommitAsync(new Commit([]) { Work = items }, TestContext.Current.CancellationToken);
        while (first.Begun.Count + second.Begun.Count < items.Count) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.Equal(items.Select(item => item.Key), first.Begun.Concat(second.Begun).Select(claim => claim.Key).Order(StringComparer.Ordinal));
        Assert.NotEmpty(first.Begun);
        Assert.NotEmpty(second.Begun);
    }

    /// <summary>Long enough for the other instance to hear of it.</summary>
    private static async Task<WorkResult> WorkAsync(WorkClaim claim, DocumentSession documents, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, cancellationToken);
        return WorkResult.Done;
    }

    private Task<BotHost> StartAsync(Action<BotHost>? configure = null) => RequestTalk.StartAsync(bot =>
    {
        bot.UsePostgres(_database);
        configure?.Invoke(bot);
    });
}
