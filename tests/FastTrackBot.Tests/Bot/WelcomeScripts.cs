using FastTrackBot.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FastTrackBot.Tests.Bot;

/// <summary>What the bot says unasked, and what it says when it is asked for nothing that it knows.</summary>
public sealed class WelcomeScripts
{
    public static TheoryData<string, string> Places => new()
    {
        { "personal", "included in eligible subscriptions" },
        { "groupChat", "I help this group" },
        { "channel", "I help this team" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task An_installation_is_greeted_once_whichever_of_its_two_activities_comes_first(string type, string words)
    {
        foreach (var installationFirst in (bool[])[true, false])
        {
            await using var bot = await BotHost.StartAsync();
            var place = PlaceOf(type);
            var alex = bot.As(People.Admin, place);
            var installation = Wire.Installation(People.Admin, place);
            var added = Wire.BotAdded(People.Admin, place);

            await alex.Posts(installationFirst ? installation : added).Sees("Hello, I am your FastTrack assistant", words);
            await alex.Posts(installationFirst ? added : installation).SeesNothing();

            Assert.Single(bot.Channel.Sent);
        }
    }

    [Fact]
    public async Task An_upgrade_is_not_greeted_and_a_new_installation_after_a_removal_is()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = bot.As(People.Admin);

        await alex.Posts(Wire.Installation(alex.Person, alex.Place)).Sees("Hello");
        await alex.Posts(Wire.Installation(alex.Person, alex.Place, "add-upgrade")).SeesNothing();
        await alex.Posts(Wire.Installation(alex.Person, alex.Place, "remove")).SeesNothing();
        await alex.Posts(Wire.Installation(alex.Person, alex.Place)).Sees("Hello");
    }

    [Fact]
    public async Task Somebody_else_who_joins_is_not_greeted()
    {
        await using var bot = await BotHost.StartAsync();
        var joined = Wire.BotAdded(People.Admin, Place.Group);
        joined["membersAdded"]![0]!["id"] = People.Member.ChannelId;

        await bot.As(People.Admin, Place.Group).Posts(joined).SeesNothing();
    }

    [Theory]
    [InlineData("help")]
    [InlineData("Hi!")]
    [InlineData("  MENU ")]
    [InlineData("帮助")]
    public async Task Help_shows_what_the_bot_can_do(string words)
    {
        await using var bot = await BotHost.StartAsync();

        await bot.As(People.Member).Says(words).Sees("What I can do for you", "Check eligibility").SeesNot("I did not understand");
    }

    [Fact]
    public async Task What_is_not_understood_is_quoted_and_the_menu_is_shown()
    {
        await using var bot = await BotHost.StartAsync();

        await bot.As(People.Member).Says("pizza for everyone").Sees("I did not understand “pizza for everyone”", "What I can do for you");
    }

    [Fact]
    public async Task What_is_not_understood_cannot_write_Markdown_into_the_card()
    {
        await using var bot = await BotHost.StartAsync();

        await bot.As(People.Member).Says("[click](https://evil.example) **now**").Sees("I did not understand").SeesNot("[click](https://evil.example)", "**now**");
    }

    [Fact]
    public async Task A_mention_without_words_shows_the_menu_without_reproach()
    {
        await using var bot = await BotHost.StartAsync();

        await bot.As(People.Member, Place.Thread).Says("").Sees("What I can do for you").SeesNot("I did not understand");
    }

    [Fact]
    public async Task A_button_of_the_greeting_begins_the_dialog_below_it()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = bot.As(People.Admin);

        await alex.Says("help").Presses("Check").Sees("Step 1 of 6", "How shall I find out your licences?").SeesCardWith("Next", "Cancel", "Help");
    }

    [Fact]
    public async Task Health_is_for_administrators()
    {
        await using var bot = await BotHost.StartAsync();

        await bot.As(People.Admin).Says("health").Sees("Takes writes: SQLite ");
        await bot.As(People.Member).Says("health").Sees("for its administrators").SeesNot("Takes writes");
    }

    [Fact]
    public async Task Health_tells_what_waits_since_when_and_why()
    {
        await using var bot = await BotHost.StartAsync();
        var alex = bot.As(People.Admin);
        await alex.Says("health").Sees("Nothing waits.", "Queue of work");
        var store = bot.Services.GetRequiredService<IStore>();
        var now = bot.Clock.GetUtcNow();
        await store.CommitAsync(new Commit([]) { Work = [new WorkItem("errand", "a", now), new WorkItem("errand", "b", now.AddDays(1))] }, TestContext.Current.CancellationToken);
        await alex.Says("health").Sees("errand: 2 queued, 1 of them due, the oldest since 2026-03-02 08:00:00Z.");

        var claim = (await store.ClaimWorkAsync("errand", 1, now, now.AddMinutes(1), TestContext.Current.CancellationToken)).Single();
        await store.CommitAsync(new Commit([]) { End = new WorkEnd(claim, WorkOutcome.Again, now, TimeSpan.FromDays(1), "Graph is away.") }, TestContext.Current.CancellationToken);

        await alex.Says("health").Sees("Failed and tried again: 1. The last reason: Graph is away.");
        await alex.InChinese().Says("运行状况").Sees("工作队列", "最近一次原因：Graph is away.");
    }

    private static Place PlaceOf(string type) => type switch
    {
        "groupChat" => Place.Group,
        "channel" => Place.General,
        _ => Place.PersonalChatOf(People.Admin),
    };
}
