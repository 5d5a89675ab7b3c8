using static FastTrackBot.Tests.Bot.RequestTalk;

namespace FastTrackBot.Tests.Bot;

/// <summary>Specialists and partners look at all that they guide.</summary>
public sealed class PortfolioScripts
{
    [Fact]
    public async Task A_specialist_sees_the_engagements_and_a_report_in_one_press()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));
        await alex.Opens("noTrials").Presses("Save", ("blocked", "Waiting for the *reseller*"));
        var adele = bot.As(People.Specialist);

        await adele.Says("portfolio").Sees("1 of 1 engagements", "Engagements by phase", "Validation", "Open tasks, week by week", "Contoso", "blocked · 12 open, 0 overdue");
        Assert.Contains("\"type\":\"Chart.Donut\"", adele.Card.Json.ToJsonString(), StringComparison.Ordinal);
        await adele.Presses("Show", ("health", "OnTrack")).Sees("0 of 1 engagements").SeesFilledIn("health", "OnTrack");
        await adele.Presses("Show", ("health", "Blocked"), ("phase", "Validation")).Sees("1 of 1 engagements");
        await adele.Opens(adele.Card.Rows[0]).Sees("Status report", "Validation, phase 1 of 6: blocked", "For all services", "of 12 done", "Waiting for the \\*reseller\\*", "Alex Wilber");
        await adele.Presses("Portfolio").Sees("1 of 1 engagements");
    }

    [Fact]
    public async Task Whoever_guides_none_sees_none()
    {
        await using var bot = await RequestTalk.StartAsync();
        var alex = await EngagedAsync(bot.As(People.Admin));

        await bot.As(People.Member).Says("portfolio").Sees("There is no engagement that you guide");
        await alex.Says("portfolio").Sees("There is no engagement that you guide");
        await alex.Forges("portfolio.show", new System.Text.Json.Nodes.JsonObject()).Sees("There is no engagement that you guide");
    }

    [Fact]
    public async Task The_report_is_a_page_of_its_own()
    {
        await using var bot = await RequestTalk.StartAsync();
        await EngagedAsync(bot.As(People.Admin));
        var adele = bot.As(People.Specialist);
        await adele.Says("portfolio").Presses("Show");

        await adele.Opens(adele.Card.Rows[0]).Presses("As a file");

        Assert.Contains("Status report Contoso 2026-03-02.html", EverythingSaid(bot), StringComparison.Ordinal);
    }
}
