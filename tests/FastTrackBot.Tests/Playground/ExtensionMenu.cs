using Microsoft.Playwright;

namespace FastTrackBot.Tests.Playground;

/// <summary>What the chat client offers beside the box for a message. It knows no manifest: whoever asks types the command's id.</summary>
internal sealed class ExtensionMenu(IPage page, string folder)
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patience = new() { Timeout = 30_000 };

    public ILocator Dialog => page.GetByRole(AriaRole.Dialog).Last;

    public ILocator DialogCard => Dialog.Locator(".ac-adaptiveCard");

    /// <summary>Opens the dialog of a command, for a new message.</summary>
    public async Task OpensAsync(string command, string words)
    {
        await ChoosesAsync("Action Command");
        await Dialog.GetByPlaceholder("Input command id or leave blanks").FillAsync(command);
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
        await Assertions.Expect(DialogCard.GetByText(words).First).ToBeVisibleAsync(Patience);
    }

    /// <summary>Sends the dialog off.</summary>
    /// <returns>The bot's answer.</returns>
    public async Task<string> SendsOffAsync(string button)
    {
        var answer = await page.RunAndWaitForResponseAsync(
            () => DialogCard.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync(),
            response => response.Url.EndsWith(ChatWindow.Invokes, StringComparison.Ordinal));
        return await answer.TextAsync();
    }

    /// <summary>Searches, takes the first that is found, and posts it.</summary>
    public async Task InsertsAsync(string words, string found)
    {
        await ChoosesAsync("Search Command");
        await page.GetByPlaceholder("Enter a search term").FillAsync(words);
        var result = page.GetByText(found, new() { Exact = true }).Last;
        await Assertions.Expect(result).ToBeVisibleAsync(Patience);
        await PhotographAsync("search");
        await result.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Post", Exact = true }).ClickAsync();
    }

    public Task PhotographAsync(string name) => page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });

    private async Task ChoosesAsync(string kind)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Trigger Message Extension App" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = kind }).ClickAsync();
    }
}
