using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FastTrackBot.Sandbox;
using FastTrackBot.Sandbox.Playground;
using FastTrackBot.Tests.Cards;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace FastTrackBot.Tests.Playground;

/// <summary>
/// A bot with an empty database, the real Agents Playground before it, and a browser that looks at it. Everything that the three
/// leave behind is in artifacts/playground, in a folder named like the test.
/// </summary>
internal sealed class PlaygroundSession : IAsyncDisposable
{
    private static readonly string BotFolder = Path.Combine(RepositoryFiles.Root, "bot");

    private readonly string _folder;
    private readonly int _port = BotProcess.FreePort();
    private readonly CancellationToken _ct = TestContext.Current.CancellationToken;
    private readonly List<PlaygroundProcess> _playgrounds = [];
    private BotProcess? _bot;
    private IBrowserContext? _browser;

    private readonly (string Name, string Value)[] _settings;

    private PlaygroundSession(string folder, (string Name, string Value)[] settings) => (_folder, _settings) = (folder, settings);

    public ChatWindow Chat { get; private set; } = null!;

    private Uri Address { get; set; } = null!;

    /// <param name="outlivesBot">
    /// Starts the chat client on its own. One that the bot starts ends with the bot, and takes what is on the screen with it.
    /// </param>
    /// <param name="prepare">Puts something into the bot's empty store, whose path it is given, before the bot starts.</param>
    /// <param name="settings">As environment variables.</param>
    public static async Task RunAsync(
        Chromium chromium, Func<PlaygroundSession, Task> script, bool outlivesBot = false, Func<string, Task>? prepare = null, params (string Name, string Value)[] settings)
    {
        var folder = Path.Combine(RepositoryFiles.Root, "artifacts", "playground", TestContext.Current.TestMethod!.MethodName);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        if (prepare is not null) await prepare(BotProcess.StoreIn(folder));
        await using var session = new PlaygroundSession(folder, settings);
        await session.StartAsync(chromium, outlivesBot);
        try
        {
            await script(session);
        }
        catch (Exception e)
        {
            await session.Chat.PhotographPageAsync("failure");
            throw new XunitException($"{e.Message}{Environment.NewLine}The bot's log and the pictures are in {folder}", e);
        }
    }

    /// <summary>Kills the bot in the middle of everything, and starts it again on the same database.</summary>
    /// <param name="meanwhile">Changes something in the store, whose path it is given.</param>
    public async Task KillAndRestartBotAsync(Func<string, Task>? meanwhile = null)
    {
        await _bot!.DisposeAsync();
        if (meanwhile is not null) await meanwhile(BotProcess.StoreIn(_folder));
        _bot = await BotProcess.StartAsync(_folder, _port, withPlayground: false, _ct, _settings);
    }

    /// <summary>Says something in the personal chat, as a Teams that speaks Chinese would send it.</summary>
    public async Task SendsAsync(string text)
    {
        using var http = new HttpClient { BaseAddress = Address };
        var template = await http.GetStringAsync(
            $"/_internal/v1/customActivities/template?type=install&conversationId={Uri.EscapeDataString(SandboxPeople.PersonalChat)}", _ct);
        var activity = JsonNode.Parse(template)!.AsObject();
        activity.Remove("action");
        (activity["type"], activity["text"], activity["textFormat"], activity["locale"]) = ("message", text, "plain", "zh-CN");
        using var answer = await http.PostAsJsonAsync("/_internal/v1/customActivities", activity, _ct);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Puts somebody else of the tenant before a chat client of their own, which talks to the same bot: each shows one person's chats.</summary>
    public async Task<ChatWindow> SeatsAsync(string name)
    {
        var config = Path.Combine(_folder, $"{name}.yml");
        await File.WriteAllTextAsync(config, Seat.Settings(name, await File.ReadAllTextAsync(PlaygroundFolder.Prepare(BotFolder).Config, _ct)), _ct);
        var window = new ChatWindow(await _browser!.NewPageAsync(), _folder);
        await window.OpenAsync(await StartPlaygroundAsync(config));
        await window.SeesAsync("Hello, I am your FastTrack assistant");
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        foreach (var playground in _playgrounds) await playground.DisposeAsync();
        if (_bot is not null) await _bot.DisposeAsync();
    }

    private async Task StartAsync(Chromium chromium, bool outlivesBot)
    {
        _browser = await chromium.OpenAsync();
        _bot = await BotProcess.StartAsync(_folder, _port, withPlayground: !outlivesBot, _ct, _settings);
        Address = _bot.Playground ?? await StartPlaygroundAsync();
        Chat = new ChatWindow(await _browser.NewPageAsync(), _folder);
        await Chat.OpenAsync(Address);
    }

    private async Task<Uri> StartPlaygroundAsync(string? config = null)
    {
        if (await Node.MajorVersionAsync(TimeProvider.System, _ct) is null) RepositoryFiles.Unavailable("There is no Node.js on the PATH");
        var folder = PlaygroundFolder.Prepare(BotFolder);
        if (!folder.IsInstalled()) await Node.InstallAsync(folder.Path, TimeProvider.System, _ct);
        var options = new PlaygroundOptions { Port = BotProcess.FreePort(), OpenBrowser = false };
        if (config is not null) folder = folder with { Config = config };
        var playground = new PlaygroundProcess(folder, new Uri($"http://127.0.0.1:{_port}/api/messages"), options, TimeProvider.System);
        _playgrounds.Add(playground);
        return await playground.ReadyAsync(options.StartTimeout, _ct);
    }
}
