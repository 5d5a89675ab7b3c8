using FastTrackBot.Sandbox;

namespace FastTrackBot.Tests.Playground;

[Collection(PlaygroundGroup.Name)]
public sealed class ChannelTests(Chromium chromium)
{
    [Fact]
    public Task A_channel_gets_a_remediation_card_that_two_people_tick_and_the_reminder_of_a_checkpoint() => PlaygroundSession.RunAsync(chromium, async session =>
    {
        await session.Chat.SeesAsync("Hello, I am your FastTrack assistant");
        // Alex leads one engagement, so the channel in which the app is installed is that one's.
        var channel = await session.Chat.GoesToChannelAsync("Contoso onboarding - General");
        await channel.SeesAnywhereAsync("This channel works on the engagement of Contoso now");
        await channel.MentionsBotAsync("post remediation", newThreads: 2);
        await channel.SeesAnywhereAsync("0 of 3 fixed");

        await channel.TicksAnywhereAsync("contoso-retail.example");
        await channel.PressesAnywhereAsync("These are fixed", "1 of 3 fixed");
        await session.Chat.OtherPressesAsync(ChannelSeed.Megan.ObjectId, ChannelSeed.Megan.Name, ("fixed-syncStale", "true"));
        await channel.SeesAnywhereAsync("2 of 3 fixed");

        await session.KillAndRestartBotAsync(ChannelSeed.WriteCheckpointAsync);
        await channel.SeesAnywhereAsync("Checkpoint: Contoso");
        await channel.PhotographPageAsync("channel");
    }, outlivesBot: true, prepare: ChannelSeed.WriteEngagementAsync);

    /// <summary>The chat client shows no preview of what a bot would post, and says so; the last press of the three, on that preview, is made up.</summary>
    [Fact]
    public Task A_remediation_card_is_composed_in_a_dialog_and_posted() => PlaygroundSession.RunAsync(chromium, async session =>
    {
        var channel = await session.Chat.GoesToChannelAsync("Contoso onboarding - General");
        await channel.SeesAnywhereAsync("This channel works on the engagement of Contoso now");
        var extensions = channel.Extensions;
        await extensions.OpensAsync("postRemediation", "What is to be put right");
        await extensions.DialogCard.GetByText("contoso-retail.example").First.ClickAsync();
        await extensions.DialogCard.GetByLabel("A few words").FillAsync("Before the mail moves, please");
        await extensions.PhotographAsync("dialog");

        var preview = await extensions.SendsOffAsync("Preview");
        Assert.Contains("botMessagePreview", preview, StringComparison.Ordinal);
        Assert.Contains("Before the mail moves, please", preview, StringComparison.Ordinal);
        await session.Chat.SendsPreviewAsync();
        await channel.SeesAnywhereAsync("0 of 1 fixed");
        await channel.SeesAnywhereAsync("Before the mail moves, please");
        await channel.PhotographPageAsync("posted");
    }, prepare: ChannelSeed.WriteEngagementAsync);

    [Fact]
    public Task The_status_of_an_engagement_is_searched_for_and_put_into_a_message() => PlaygroundSession.RunAsync(chromium, async session =>
    {
        var channel = await session.Chat.GoesToChannelAsync("Contoso onboarding - General");
        await channel.SeesAnywhereAsync("This channel works on the engagement of Contoso now");
        await channel.Extensions.InsertsAsync("conto", "Contoso");
        await channel.SeesAnywhereAsync("As of");
        await channel.PhotographPageAsync("inserted");
    }, prepare: ChannelSeed.WriteEngagementAsync);
}
