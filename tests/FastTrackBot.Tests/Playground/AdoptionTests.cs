using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Adoption;
using FastTrackBot.FastTrack.Adoption.Use;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Platform.Storage.Sqlite;
using FastTrackBot.Sandbox;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using Person = FastTrackBot.FastTrack.Person;

namespace FastTrackBot.Tests.Playground;

[Collection(PlaygroundGroup.Name)]
public sealed class AdoptionTests(Chromium chromium)
{
    private static readonly Person Alex = new(SandboxPeople.Admin, "Alex Wilber");

    [Fact]
    public Task Alex_ticks_leads_on_and_looks_at_the_figures() => PlaygroundSession.RunAsync(chromium, async session =>
    {
        var alex = session.Chat;
        await alex.SeesAsync("Hello, I am your FastTrack assistant");
        await alex.SaysAsync("adoption", "Launch, stage 2 of 5", "Microsoft Teams");
        await alex.OpensRowAsync("Microsoft Teams", "Stakeholders");
        await alex.TicksAnywhereAsync("name somebody who helps others");
        await alex.PressesAsync("Save", "1 of 6 tasks are done");
        await alex.PressesAsync("Back", "1 of 6 done");
        await alex.PressesAsync("Go on to Drive use", "Adoption is in the stage Drive use now.");
        await alex.SaysAsync("tip", "A tip for adoption", "Adoption is in the stage Drive use.");
        await alex.SaysAsync("use", "Active use", "Milestones", "Any of the services", "100 people");
        await alex.PhotographCardAsync("adoption");
        await alex.NarrowCardsAsync(320);
        await alex.SaysAsync("use", "Active use");
        Assert.InRange((await alex.Card.BoundingBoxAsync())!.Width, 250, 320);
        await alex.PhotographCardAsync("narrow", forReadme: false);
        await Assertions.Expect(alex.Card.GetByText("OneDrive", new() { Exact = true }).First).ToBeVisibleAsync();
        // The lines give way to figures there, in Teams; this client measures no card.
        Assert.Empty(await alex.Card.Locator(".fui-Caption2Strong").EvaluateAllAsync<string[]>("labels => labels.filter(label => label.scrollWidth > label.clientWidth + 1 && getComputedStyle(label).display !== 'inline').map(label => label.textContent)"));
    }, prepare: PrepareAsync);

    /// <summary>Thirteen weeks lie behind.</summary>
    private static async Task PrepareAsync(string file)
    {
        using var store = SqliteStore.Open(file, NullLogger.Instance);
        var (documents, now) = (new DocumentSession(store), TimeProvider.System.GetUtcNow());
        var engagement = new Engagement("0f8fad5bd9cb469fa16570867728950e", "Contoso", "contoso.com", Phase.Enable, ["teams", "exchangeOnline", "oneDrive", "microsoft365Apps"], Alex, "r", "FT-1", now, [])
        {
            Path = [Phase.Validation, Phase.Assess, Phase.Remediate, Phase.Enable],
        };
        var plan = AdoptionRules.Advance(AdoptionRules.Begin(engagement, Alex, now).Plan, Alex, now).Plan;
        documents.Save(AdoptionDocument.Kind, SandboxPeople.TenantId, engagement.Id, plan);
        documents.Save(UseDocument.Kind, SandboxPeople.TenantId, engagement.Id, Series(now));
        EngagementDocument.Save(documents, SandboxPeople.TenantId, engagement, new EngagementEvent(EventKind.Started, Alex, now));
        await store.CommitAsync(documents.ToCommit(), TestContext.Current.CancellationToken);
    }

    private static UseSeries Series(DateTimeOffset now)
    {
        (string Workload, int From, int Step)[] services = [("", 44, 7), ("exchangeOnline", 38, 7), ("teams", 12, 7), ("oneDrive", 9, 4), ("microsoft365Apps", 22, 6)];
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var series = UseSeries.Empty;
        for (var week = 0; week < 13; week++)
        {
            var on = today.AddDays(-7 * (13 - week) + 5);
            var reading = new UseReading(on, now, [.. services.Select(service => new ServiceUse(service.Workload, service.From + week * service.Step, 196))]);
            var best = services.Where(service => service.Workload != "microsoft365Apps").Select(service => new DayUse(on, service.Workload, service.From + week * service.Step - week % 3));
            series = UseRules.Add(series, reading, UseRules.Weeks(best));
            series = series with { Reached = [.. series.Reached, .. MilestoneRules.Newly(series, UseMilestones.All)] };
        }

        return series;
    }
}
