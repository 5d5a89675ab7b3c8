using System.Text;
using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Forgetting;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Tests.FastTrack.Recording;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using static FastTrackBot.Tests.Bot.RequestTalk;

namespace FastTrackBot.Tests.Bot;

/// <summary>Somebody asks to be forgotten.</summary>
public class ForgetScripts
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_forgotten_is_told_what_stays_and_hears_no_more_until_the_person_speaks()
    {
        await using var bot = await StartAsync();
        var megan = await LivedInAsync(bot);

        await megan.Says("forget me").Sees(
            "What I keep of you", "your time zone", "How you want to be reminded", "What you were reminded of", "pilot lists: 1", "take part in engagements: 1", "Whoever leads an engagement",
            "the organisation's record", "you are in the middle of");
        await megan.Presses("Forget me").Sees("You are forgotten", "I write to you no more before you write to me");
        await bot.SettleAsync();

        Assert.Equal(["engagement", "event", "forgotten"], (await NamingAsync(bot, People.Member)).Distinct());
        await bot.As(People.Admin).Says("pilot").Sees("Nobody has been named yet");
        var calls = bot.Channel.Calls.Count;
        for (var day = 0; day < 8; day++) await bot.NextDayAsync();
        Assert.DoesNotContain(bot.Channel.Calls.Skip(calls), call => call.Conversation == megan.Place.Id);
        Assert.DoesNotContain(bot.Channel.Calls.Skip(calls), call => call.Conversation == Place.General.Id && call.Activity.ToJsonString().Contains("For Megan", StringComparison.Ordinal));

        await megan.Says("forget me").Sees("take part in engagements: 1").SeesNot("pilot lists", "How you want to be reminded", "you are in the middle of");
        Assert.DoesNotContain("forgotten", await NamingAsync(bot, People.Member));
        var sent = bot.Channel.Sent.Count;
        await bot.As(People.Admin).Says("checklist").Presses("Save", ("done-licencesInTenant", "true"));
        for (var day = 0; day < 5; day++) await bot.NextDayAsync();
        Assert.Contains(bot.Channel.Sent.Skip(sent), call => IsReminder(call, megan));
    }

    [Fact]
    public async Task It_can_be_interrupted_anywhere_and_done_twice()
    {
        await using var bot = await StartAsync();
        var megan = await LivedInAsync(bot);
        var work = bot.Services.GetServices<PersonalData>().ToList();
        // Every second step is the moment after a commit, every other one that before it.
        var life = new Life(Enumerable.Range(1, 40));
        var store = new MortalStore(bot.Services.GetRequiredService<IStore>(), life);
        var claim = new WorkClaim("forget", $"{FastTrackBot.Sandbox.SandboxPeople.TenantId}/{People.Member.ObjectId}", Guid.NewGuid(), 1, bot.Clock.GetUtcNow());
        for (var done = 0; done < 2;)
        {
            try
            {
                await new ForgetWork(work, store, NullLogger<ForgetWork>.Instance).DoAsync(claim, new DocumentSession(store), Ct);
                done++;
            }
            catch (StoreException)
            {
                life.Restart();
            }
        }

        Assert.True(life.Deaths > 10, $"{life.Deaths} interruptions only.");
        Assert.Equal(["engagement", "event", "installation"], (await NamingAsync(bot, People.Member)).Distinct());
        await bot.As(People.Admin).Says("history").Sees("No pilot person any more: Somebody");
        await megan.Says("status").Sees("Contoso");
    }

    [Fact]
    public async Task Only_between_the_two_of_us()
    {
        await using var bot = await StartAsync();
        await bot.As(People.Member).Says("help");

        await bot.As(People.Member, Place.Group).Says("forget me").Sees("write forget me in our personal chat".Replace("forget me", "**forget me**", StringComparison.Ordinal));
        await bot.As(People.Member, Place.Group).Forges("forget.me", null).Sees("in our personal chat");

        Assert.Contains("installation", await NamingAsync(bot, People.Member));
    }

    [Fact]
    public async Task An_upgrade_of_the_app_is_not_the_persons_word()
    {
        await using var bot = await StartAsync();
        var megan = bot.As(People.Member);
        await (await megan.Says("forget me")).Presses("Forget me");
        await bot.SettleAsync();

        await megan.Posts(Wire.Installation(megan.Person, megan.Place, "add-upgrade"));

        Assert.DoesNotContain("installation", await NamingAsync(bot, People.Member));
        await megan.Says("help");
        Assert.Contains("installation", await NamingAsync(bot, People.Member));
    }

    [Fact]
    public async Task In_Chinese()
    {
        await using var bot = await StartAsync();
        var megan = bot.As(People.Member).InChinese();

        await megan.Says("忘记我").Sees("我保存的与您有关的信息", "将会清除").Presses("忘记我").Sees("已忘记您");
    }

    protected virtual Task<BotHost> StartAsync(Action<BotHost>? configure = null) => ReminderTalk.RemindingAsync(configure);

    /// <summary>All documents, as kind, key and content.</summary>
    protected virtual async Task<IReadOnlyList<(string Kind, string Text)>> DocumentsAsync(BotHost bot)
    {
        await using var connection = new SqliteConnection($"Data Source={bot.Database};Pooling=False");
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT kind, partition || '/' || id, json FROM documents";
        await using var rows = await command.ExecuteReaderAsync(Ct);
        List<(string, string)> all = [];
        while (await rows.ReadAsync(Ct)) all.Add((rows.GetString(0), rows.GetString(1) + " " + Encoding.UTF8.GetString(rows.GetFieldValue<byte[]>(2))));
        return all;
    }

    /// <summary>The kinds of documents that name the person. Others are told who is late, as she still owns a task.</summary>
    private async Task<IReadOnlyList<string>> NamingAsync(BotHost bot, Person person) =>
    [
        .. (await DocumentsAsync(bot)).Where(document => document.Text.Contains(person.ObjectId, StringComparison.Ordinal))
            .Where(document => document.Kind != "digest" || document.Text.Split(' ')[0].Contains(person.ObjectId, StringComparison.Ordinal))
            .Select(document => document.Kind).Order(StringComparer.Ordinal),
    ];

    /// <summary>Megan takes part in an engagement, is named for its pilot, ticks, is reminded, and is in the middle of a dialog.</summary>
    private static async Task<Chat> LivedInAsync(BotHost bot)
    {
        var alex = await EngagedAsync(bot.As(People.Admin));
        await alex.Says("team").Presses("Add", ("who", People.Member.ObjectId), ("role", "ProjectTeam"));
        await alex.Says("pilot").Presses("Add", ("who", People.Member.ObjectId)).Sees("Megan Bowen");
        await alex.Says("checklist").Opens("goals").Presses("Save", ("owner", People.Member.ObjectId), ("due", "2026-03-04"));
        var megan = bot.As(People.Member);
        await megan.Says("reminders").Presses("Save", ("morning", "08:30")).Sees("Saved.");
        await megan.Says("checklist").Presses("Save", ("done-noTrials", "true"));
        await bot.As(People.Admin, Place.Thread).Says("remind here");
        for (var day = 0; day < 14 && !(megan.HasCard && bot.Channel.Sent.Any(call => IsReminder(call, megan))); day++) await bot.NextDayAsync();
        Assert.Contains(bot.Channel.Sent, call => IsReminder(call, megan));
        await megan.Says("eligibility").Says("I type the number");
        return megan;
    }

    private static bool IsReminder(ChannelCall call, Chat chat) =>
        call.Conversation == chat.Place.Id && call.Activity["summary"]?.GetValue<string>().Contains("to see to", StringComparison.Ordinal) == true;
}
