using FastTrackBot.Tests.Cards;
using Microsoft.Playwright;

namespace FastTrackBot.Tests.Playground;

/// <summary>The machine's own Chromium, driven by Playwright; none is downloaded.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <returns>A browser without a past.</returns>
    public async Task<IBrowserContext> OpenAsync()
    {
        if (Find() is not { } program)
        {
            RepositoryFiles.Unavailable("There is no Chromium on the PATH");
            throw new InvalidOperationException();
        }

        _playwright ??= await Microsoft.Playwright.Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Headless = true, Args = Arguments });
        // High enough for any card to be photographed as a whole.
        return await _browser.NewContextAsync(new() { ViewportSize = new() { Width = 1400, Height = 1600 }, Locale = "en-US", DeviceScaleFactor = 2 });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static string? Find() =>
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         from name in Names
         let path = Path.Combine(folder, name)
         where File.Exists(path)
         select path).FirstOrDefault();
}
