using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Graph.Teams;
using FastTrackBot.Sandbox;

namespace FastTrackBot.Tests.Platform.Graph.Teams;

public sealed class TeamsAppsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_app_is_found_installed_once_and_has_a_chat()
    {
        await using var graph = await GraphAtSandbox.StartAsync();
        var apps = graph.Get<TeamsApps>();

        Assert.Null(await apps.FindAsync("somebody's else", Ct));
        var app = (await apps.FindAsync(SandboxPeople.BotAppId, Ct))!;
        Assert.Null(await apps.FindChatAsync(SandboxPeople.ProjectMember, app, Ct));
        await apps.InstallAsync(SandboxPeople.ProjectMember, app, Ct);
        var again = await Assert.ThrowsAsync<GraphException>(() => apps.InstallAsync(SandboxPeople.ProjectMember, app, Ct));

        Assert.Equal(409, again.Status);
        Assert.StartsWith("19:", await apps.FindChatAsync(SandboxPeople.ProjectMember, app, Ct), StringComparison.Ordinal);
        Assert.Equal([SandboxPeople.ProjectMember], graph.Sandbox.PeopleWithTheApp);
    }

    [Fact]
    public async Task Without_the_permission_it_is_refused()
    {
        await using var graph = await GraphAtSandbox.StartAsync();
        graph.Sandbox.WithdrawPermission("TeamsAppInstallation.ReadWriteSelfForUser.All");

        var refused = await Assert.ThrowsAsync<GraphException>(() => graph.Get<TeamsApps>().InstallAsync(SandboxPeople.ProjectMember, "app", Ct));

        Assert.True(refused.IsForbidden);
    }
}
