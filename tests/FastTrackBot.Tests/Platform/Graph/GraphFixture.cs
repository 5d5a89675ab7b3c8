using Azure.Core;
using FastTrackBot.Platform.Graph;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FastTrackBot.Tests.Platform.Graph;

/// <summary>The client as <c>AddGraph</c> registers it, at a make-believe address or a given one.</summary>
internal static class GraphFixture
{
    public const string Root = "https://graph.test/v1.0";

    /// <summary>Every pause between attempts is shorter than this; the time-outs are longer.</summary>
    public static readonly TimeSpan Attempt = TimeSpan.FromSeconds(100);

    /// <param name="handler">None: real HTTP.</param>
    public static ServiceProvider Services(
        TimeProvider time, TokenCredential credential, HttpMessageHandler? handler = null, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Graph:BaseUrl"] = Root,
                ["Graph:Pacing"] = "false",
                ["Graph:Timeout"] = Attempt.ToString(),
                ["Graph:TotalTimeout"] = TimeSpan.FromSeconds(300).ToString(),
            }.Concat(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .GroupBy(setting => setting.Key).Select(group => group.Last())).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(time);
        services.AddSingleton(credential);
        services.AddGraph(configuration);
        if (handler is not null)
            services.AddHttpClient(GraphClient.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => handler);
        return services.BuildServiceProvider();
    }
}
