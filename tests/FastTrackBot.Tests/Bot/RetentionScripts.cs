using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Assistance;
using FastTrackBot.FastTrack.Eligibility;
using FastTrackBot.FastTrack.Reminders;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using static FastTrackBot.Tests.Bot.RequestTalk;

namespace FastTrackBot.Tests.Bot;

/// <summary>What is kept for a time only is gone after it, and nothing else.</summary>
public class RetentionScripts
{
    private const string Tenant = SandboxPeople.TenantId;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_thing_is_kept_as_long_as_the_settings_say()
    {
        await using var bot = await StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        await alex.Says("phase").Presses("Close the engagement", ("why", "All is done")).Sees("The engagement is closed");
        await PreparedAsync(bot.As(Other), "intune");
        await bot.As(People.Member).Says("eligibility").Says("I type the number");
        var engagement = (await AllAsync<Engagement>(bot, EngagementDocument.Kind)).Single();
        Assert.Equal((1, 2, 3), (await CountAsync(bot, ConversationState.Kind), await CountAsync(bot, RequestRecord.Kind), await CountAsync(bot, Installation.Kind)));
        Assert.True(await CountAsync(bot, EngagementHistory.Kind) > 1);

        await PassAsync(bot, 5);
        Assert.Equal((1, 2), (await CountAsync(bot, ConversationState.Kind), await CountAsync(bot, RequestRecord.Kind)));
        await PassAsync(bot, 2);
        Assert.Equal((0, 2), (await CountAsync(bot, ConversationState.Kind), await CountAsync(bot, RequestRecord.Kind)));
        await PassAsync(bot, 3);
        Assert.Equal((1, 2), (await CountAsync(bot, RequestRecord.Kind), await CountAsync(bot, RequestClaim.Kind)));
        Assert.True(await CountAsync(bot, EngagementHistory.Kind) > 1);

        await PassAsync(bot, 3);
        Assert.Equal((0, 0, 0), (await CountAsync(bot, EngagementHistory.Kind), await CountAsync(bot, RequestRecord.Kind), await CountAsync(bot, CheckpointDocument.Kind)));
        var outline = (await AllAsync<Engagement>(bot, EngagementDocument.Kind)).Single();
        Assert.Equal((engagement.Organisation, engagement.Reference, true, "somebody"), (outline.Organisation, outline.Reference, outline.IsOutline, outline.Owner.ObjectId));
        Assert.Equal(3, await CountAsync(bot, Installation.Kind));

        // Whoever speaks stays.
        await alex.Says("help");
        await PassAsync(bot, 9);
        Assert.Equal([Installation.OfPerson(People.Admin.ObjectId)], await IdsAsync(bot, Installation.Kind));
        Assert.Equal(0, await CountAsync(bot, EligibilityCheck.Kind));
        await alex.Says("health").Sees("Retention", "Last round 2026-03-");
        Assert.Contains(bot.Log.Lines, line => line.Text.Contains("documents erased of closed engagements", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_record_of_turns_goes_back_two_days_at_most()
    {
        await using var bot = await StartAsync();
        var message = Wire.Message(People.Member, Place.PersonalChatOf(People.Member), "help");
        await bot.PostAsync(message.DeepClone());
        var said = bot.Channel.Sent.Count;
        await bot.PostAsync(message.DeepClone());
        Assert.Equal(said, bot.Channel.Sent.Count);

        await PassAsync(bot, 3);

        Assert.Equal(0, (await bot.Services.GetRequiredService<IStore>().ForgetTurnsAsync(long.MaxValue, null, Ct)).Count);
    }

    [Fact]
    public async Task Nothing_goes_where_it_is_switched_off_or_kept_for_ever()
    {
        await using var bot = await StartAsync(host =>
        {
            foreach (var days in (string[])["DialogDays", "RequestDays", "PersonDays", "EngagementDays"]) host.Settings[$"Retention:{days}"] = "0";
        });
        await PreparedAsync(bot.As(Other), "intune");
        await bot.As(People.Member).Says("eligibility").Says("I type the number");

        await PassAsync(bot, 30);

        Assert.Equal((1, 1, 2), (await CountAsync(bot, ConversationState.Kind), await CountAsync(bot, RequestRecord.Kind), await CountAsync(bot, Installation.Kind)));
    }

    protected virtual Task<BotHost> StartAsync(Action<BotHost>? configure = null) => RequestTalk.StartAsync(bot =>
    {
        bot.Settings["Retention:Enabled"] = "true";
        bot.Settings["Retention:DialogDays"] = "5";
        bot.Settings["Retention:RequestDays"] = "8";
        bot.Settings["Retention:EngagementDays"] = "11";
        bot.Settings["Retention:PersonDays"] = "16";
        configure?.Invoke(bot);
    });

    /// <summary>A day at a time, an hour past it, as the round of the day is a day after the last one.</summary>
    private static async Task PassAsync(BotHost bot, int days)
    {
        for (var day = 0; day < days; day++) await bot.NextDayAsync();
    }

    private static async Task<int> CountAsync<T>(BotHost bot, DocumentKind<T> kind)
        where T : class => (await AllAsync(bot, kind)).Count;

    private static async Task<IReadOnlyList<string>> IdsAsync<T>(BotHost bot, DocumentKind<T> kind)
        where T : class => [.. (await bot.Services.GetRequiredService<IStore>().ReadPageAsync(kind.Name, null, 1000, Ct)).Select(document => document.Key.Id)];

    private static async Task<IReadOnlyList<T>> AllAsync<T>(BotHost bot, DocumentKind<T> kind)
        where T : class =>
        [
            .. (await bot.Services.GetRequiredService<IStore>().ReadPageAsync(kind.Name, null, 1000, Ct))
                .Where(document => document.Key.Partition.StartsWith(Tenant, StringComparison.Ordinal)).Select(document => document.As(kind)),
        ];
}
