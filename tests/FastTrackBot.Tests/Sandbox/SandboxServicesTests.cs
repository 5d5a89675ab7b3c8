using Azure.Core;
using FastTrackBot.Sandbox;
using FastTrackBot.Sandbox.Playground;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FastTrackBot.Tests.Sandbox;

public sealed class SandboxServicesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_Development_the_bot_finds_its_own_sandbox_even_on_a_port_chosen_at_the_start()
    {
        await using var app = Bot("Development", ("urls", "http://127.0.0.1:0")).Build();
        app.MapSandbox();
        await app.StartAsync(Ct);

        var graph = app.Configuration["Graph:BaseUrl"]!;
        var token = await app.Services.GetRequiredService<TokenCredential>().GetTokenAsync(new(["any"]), Ct);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token.Token);

        Assert.Contains("Contoso", await http.GetStringAsync(new Uri(graph + "/organization"), Ct), StringComparison.Ordinal);
        Assert.Contains("contoso-example.mail", await http.GetStringAsync(new Uri(app.Configuration["Dns:Resolver"] + "?name=contoso.example&type=MX"), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_start_the_address_comes_from_the_settings()
    {
        var builder = Bot("Development", ("urls", "https://localhost:7001;http://localhost:3978"));

        Assert.Equal("http://127.0.0.1:3978/sandbox/graph/v1.0", builder.Configuration["Graph:BaseUrl"]);
        Assert.Equal("http://127.0.0.1:3978/sandbox/dns-query", builder.Configuration["Dns:Resolver"]);
    }

    [Fact]
    public void A_resolver_that_is_set_stays()
    {
        var builder = Bot("Development", ("urls", "http://localhost:3978"), ("Dns:Resolver", "https://dns.google/resolve"));

        Assert.Equal("https://dns.google/resolve", builder.Configuration["Dns:Resolver"]);
    }

    [Theory]
    [InlineData("Production", null, null)]
    [InlineData("Development", "false", null)]
    public async Task Elsewhere_nothing_is_added(string environment, string? enabled, string? graph)
    {
        var builder = Bot(environment, ("Sandbox:Enabled", enabled), ("Graph:BaseUrl", graph));
        await using var app = builder.Build();
        app.MapSandbox();

        Assert.Null(app.Services.GetService<TokenCredential>());
        Assert.Null(app.Configuration["Graph:BaseUrl"]);
        Assert.DoesNotContain(app.Services.GetServices<IHostedService>(), service => service is PlaygroundService);
        Assert.Empty(((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints));
    }

    [Fact]
    public void A_real_Graph_keeps_its_address_and_its_credential()
    {
        var builder = Bot("Development", ("Graph:BaseUrl", "https://graph.microsoft.com/v1.0"));

        Assert.Equal("https://graph.microsoft.com/v1.0", builder.Configuration["Graph:BaseUrl"]);
        Assert.Null(builder.Configuration["Dns:Resolver"]);
        Assert.DoesNotContain(builder.Services, service => service.ServiceType == typeof(TokenCredential));
    }

    private static WebApplicationBuilder Bot(string environment, params (string Key, string? Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = environment });
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRouting();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            settings.Append(("Playground:Start", "false")).Select(setting => KeyValuePair.Create(setting.Item1, setting.Item2)));
        return builder.AddSandbox();
    }
}
