namespace FastTrackBot.Tests.Playground;

[Collection(PlaygroundGroup.Name)]
public sealed class TeamTests(Chromium chromium)
{
    [Fact]
    public Task A_team_is_greeted_and_whoever_mentions_the_bot_is_answered_in_the_thread() => PlaygroundSession.RunAsync(chromium, async session =>
    {
        await session.Chat.SeesAsync("Hello, I am your FastTrack assistant");
        var channel = await session.Chat.GoesToChannelAsync("Contoso onboarding - General");
        await channel.SeesAsync("Hello, I am your FastTrack assistant", "I help this team with Microsoft FastTrack");
        await channel.MentionsBotAsync("eligibility", "How shall I find out your licences?");
        await channel.PressesAsync("Next", "What kind of organisation are you?", "Contoso");
    });
}
