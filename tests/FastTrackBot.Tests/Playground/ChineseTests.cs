namespace FastTrackBot.Tests.Playground;

/// <summary>
/// The chat client says en-US, whatever the browser speaks. So these messages go in where it sends any activity that it is given,
/// and say what a Chinese Teams would say; the browser shows what comes of them.
/// </summary>
[Collection(PlaygroundGroup.Name)]
public sealed class ChineseTests(Chromium chromium)
{
    [Fact]
    public Task Whoever_uses_Teams_in_Chinese_gets_Chinese_cards() => PlaygroundSession.RunAsync(chromium, async session =>
    {
        var chat = session.Chat;
        await chat.SeesAsync("Hello, I am your FastTrack assistant");
        await session.SendsAsync("检查资格");
        await chat.SeesAsync("如何获取您的许可证数量？");
        await session.SendsAsync("从我们的租户读取");
        await chat.SeesAsync("您的组织属于哪种类型？", "Contoso");
        await session.SendsAsync("企业");
        await chat.SeesAsync("您要将邮件或文件迁移到 Microsoft 365 吗？");
        await session.SendsAsync("否");
        await chat.SeesAsync("您很可能有资格获得 FastTrack 专家支持", "320", "385", "看起来符合条件", "请求协助");
        await chat.PhotographCardAsync("eligibility", forReadme: false);
    });
}
