using System.Text.Json.Nodes;
using FastTrackBot.Tests.Cards;
using Microsoft.Playwright;

namespace FastTrackBot.Tests.Playground;

/// <summary>A person before the chat client: what can be seen there, and what can be done.</summary>
/// <param name="newestFirst">As posts are in a channel; a chat has its newest message last.</param>
internal sealed class ChatWindow(IPage page, string folder, bool newestFirst = false)
{
    /// <summary>What the client says about a press or a card goes, and the shadows; a margin comes.</summary>
    private const string OnlyTheCard =
        """
        [aria-label="Display Invoked Message"], div:has(> div > svg[viewBox="0 0 10 10"]) { display: none !important }
        .fai-OutputCard { box-shadow: none !important }
        div:has(> div > .fai-OutputCard) { padding: 8px !important; box-sizing: content-box !important }
        """;

    private const string WithoutTimes = """[aria-label="Message timestamp"], [aria-label="Show more information"] { visibility: hidden !important }""";

    /// <summary>Where the client sends presses.</summary>
    internal const string Invokes = "/_conversation/v1/invoke";

    private const string PicturesVariable = "FASTTRACKBOT_UPDATE_PICTURES";

    /// <summary>Pressing a button makes the client say this below the card; whatever else it says there is a problem.</summary>
    private const string Sent = "Your response was sent to the app";

    private static readonly LocatorAssertionsToContainTextOptions Patience = new() { Timeout = 30_000, UseInnerText = true };

    /// <summary>The newest one.</summary>
    public ILocator Card => newestFirst ? Cards.First : Cards.Last;

    public ILocator Cards => page.Locator(".ac-adaptiveCard");

    /// <summary>What the bot says in a text of its own, the newest.</summary>
    public ILocator Answer => page.Locator(".fai-OutputCard").Last;

    /// <summary>That a model wrote it.</summary>
    public ILocator ModelLabel => page.Locator(".fai-AiGeneratedDisclaimer");

    public ExtensionMenu Extensions => new(page, folder);

    /// <summary>What the client has sent for the last press.</summary>
    public JsonObject LastPress { get; private set; } = [];

    public async Task OpenAsync(Uri address)
    {
        page.Request += (_, request) =>
        {
            if (request.Url.EndsWith(Invokes, StringComparison.Ordinal)) LastPress = JsonNode.Parse(request.PostData!)!.AsObject();
        };
        page.SetDefaultTimeout(Patience.Timeout!.Value);
        await page.GotoAsync(address.AbsoluteUri);
        await page.GetByTitle("Hide log panel").ClickAsync();
    }

    /// <summary>All of the words stand on the newest card, and nothing has gone wrong.</summary>
    public async Task SeesAsync(params string[] words)
    {
        foreach (var word in words) await Assertions.Expect(Card).ToContainTextAsync(word, Patience);
        foreach (var bar in await page.GetByLabel("Display Invoked Message").AllInnerTextsAsync()) Assert.Equal(Sent, bar.Trim());
    }

    public async Task SeesNotAsync(params string[] words)
    {
        var text = await Card.InnerTextAsync();
        foreach (var word in words) Assert.DoesNotContain(word, text, StringComparison.Ordinal);
    }

    /// <summary>Presses a button of the newest card, and sees the answer in its place: the chat does not grow.</summary>
    public Task PressesAsync(string button, params string[] words) => PressesAsync(button, moreCards: 0, words);

    /// <summary>Presses a button of the newest card, and sees the answer in a card below it.</summary>
    public Task OpensAsync(string button, params string[] words) => PressesAsync(button, moreCards: 1, words);

    /// <summary>Types a message, whatever comes of it.</summary>
    public async Task TypesAsync(string text)
    {
        await page.GetByRole(AriaRole.Textbox).Last.ClickAsync();
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Types a message, and sees the answer in a card below it.</summary>
    public async Task SaysAsync(string text, params string[] words)
    {
        var before = await Cards.CountAsync();
        await TypesAsync(text);
        await Assertions.Expect(Cards).ToHaveCountAsync(before + 1, new() { Timeout = Patience.Timeout });
        await SeesAsync(words);
    }

    /// <summary>The words stand on one of the cards: in a channel an older post can be the one that changes.</summary>
    public Task SeesAnywhereAsync(string words) => Assertions.Expect(Cards.Filter(new() { HasText = words }).First).ToBeVisibleAsync(new() { Timeout = Patience.Timeout });

    /// <summary>Ticks a box of whichever card has it.</summary>
    public Task TicksAnywhereAsync(string words) => page.GetByRole(AriaRole.Checkbox, new() { Name = words }).First.CheckAsync();

    /// <summary>Presses a button of whichever card has it, and sees the answer.</summary>
    public async Task PressesAnywhereAsync(string button, string words)
    {
        await Cards.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
        await SeesAnywhereAsync(words);
    }

    /// <summary>Ticks a choice of the newest card by its words.</summary>
    public Task ChoosesAsync(string choice) => Card.GetByText(choice, new() { Exact = true }).ClickAsync();

    /// <summary>Picks from a list that has to be opened.</summary>
    public async Task PicksAsync(string label, string choice)
    {
        await Card.GetByRole(AriaRole.Combobox, new() { Name = label }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = choice, Exact = true }).ClickAsync();
    }

    public Task FillsInAsync(string label, string text) => Field(label).FillAsync(text);

    public Task SeesFilledInAsync(string label, string text) => Assertions.Expect(Field(label)).ToHaveValueAsync(text);

    public async Task<ChatWindow> GoesToChannelAsync(string name)
    {
        await page.GetByRole(AriaRole.Treeitem, new() { Name = name, Exact = true }).ClickAsync();
        return new ChatWindow(page, folder, newestFirst: true);
    }

    /// <summary>Begins a thread in a channel. There is a box for replies below each thread, and one for new posts.</summary>
    public Task MentionsBotAsync(string text, params string[] words) => MentionsBotAsync(text, newThreads: 1, words);

    /// <param name="newThreads">The person's own, and those that the bot begins because of it.</param>
    public async Task MentionsBotAsync(string text, int newThreads, params string[] words)
    {
        var boxes = page.GetByRole(AriaRole.Textbox);
        var before = await boxes.CountAsync();
        await boxes.First.ClickAsync();
        await page.Keyboard.TypeAsync("@");
        await page.GetByRole(AriaRole.Listbox).GetByText("FastTrack", new() { Exact = true }).ClickAsync();
        await page.Keyboard.TypeAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Post", Exact = true }).ClickAsync();
        await SeesAsync(words);
        await Assertions.Expect(boxes).ToHaveCountAsync(before + newThreads, new() { Timeout = Patience.Timeout });
    }

    /// <summary>Takes a picture of the newest card with its sender; into docs/ if the pictures of the README are to be made anew.</summary>
    public async Task PhotographCardAsync(string name, bool forReadme = true)
    {
        var file = Path.Combine(folder, $"{name}.png");
        var message = Card.Locator("xpath=ancestor::*[contains(@class, 'fai-OutputCard')]/../..");
        // A card higher than the window would have the client's bars on top of it.
        var (width, height) = (page.ViewportSize!.Width, page.ViewportSize.Height);
        await page.SetViewportSizeAsync(width, Math.Max(height, (int)(await message.BoundingBoxAsync())!.Height + 400));
        await message.ScreenshotAsync(new() { Path = file, Style = OnlyTheCard, Animations = ScreenshotAnimations.Disabled });
        await page.SetViewportSizeAsync(width, height);
        if (forReadme) ForReadme(name, file);
    }

    /// <summary>Makes the window narrower.</summary>
    public Task NarrowAsync(int width) => page.SetViewportSizeAsync(width, page.ViewportSize!.Height);

    /// <summary>Makes the cards that come from now on as narrow as on a phone; the window does not go so far.</summary>
    public Task NarrowCardsAsync(int width) =>
        page.AddStyleTagAsync(new() { Content = $".fai-OutputCard, .fai-OutputCard > div {{ width: {width}px !important; min-width: 0 !important; max-width: {width}px !important }}" });

    /// <summary>Points at a citation of the newest answer: its source is shown beside the mark.</summary>
    public async Task<ILocator> PointsAtAsync(int mark)
    {
        await Answer.Locator(".fai-Citation").Filter(new() { HasText = $"{mark}" }).First.HoverAsync();
        return page.Locator(".fui-PopoverSurface").Last;
    }

    /// <summary>Takes a picture of a question, of the answer below it, and of what is open there.</summary>
    public async Task PhotographAnswerAsync(string name, string question, ILocator open)
    {
        var file = Path.Combine(folder, $"{name}.png");
        var asked = await page.GetByText(question, new() { Exact = true }).Last.Locator("xpath=ancestor::div[2]").BoundingBoxAsync();
        var answer = await Answer.Locator("xpath=../..").BoundingBoxAsync();
        var source = await open.BoundingBoxAsync();
        const float Margin = 12;
        var (left, top) = (answer!.X - Margin, Math.Min(asked!.Y, source!.Y) - Margin);
        await page.ScreenshotAsync(new()
        {
            Path = file,
            Animations = ScreenshotAnimations.Disabled,
            Style = WithoutTimes,
            Clip = new() { X = left, Y = top, Width = asked.X + asked.Width + Margin - left, Height = Math.Max(answer.Y + answer.Height, source.Y + source.Height) + Margin - top },
        });
        ForReadme(name, file);
    }

    private static void ForReadme(string name, string file)
    {
        if (Environment.GetEnvironmentVariable(PicturesVariable) == "1")
            File.Copy(file, Path.Combine(RepositoryFiles.Root, "docs", $"{name}.png"), overwrite: true);
    }

    /// <summary>Presses something of the newest card that has words and is no button, as a row is, and sees the answer in the card's place.</summary>
    public async Task OpensRowAsync(string words, params string[] seen)
    {
        await SeesNotAsync(seen[0]);
        await Card.GetByText(words).First.Locator("xpath=ancestor::*[contains(., '›')][1]").GetByText("›").First.ClickAsync();
        await SeesAsync(seen);
    }

    /// <summary>Sends what somebody else has pressed, as whoever forges it would: no card here has that button. The bot answers with a line.</summary>
    public async Task ForgesAsync(JsonObject others, string line)
    {
        var forged = LastPress.DeepClone().AsObject();
        forged["value"] = others["value"]!.DeepClone();
        var answer = await page.APIRequest.PostAsync(new Uri(new Uri(page.Url), Invokes).AbsoluteUri, new() { DataObject = forged });
        Assert.Contains(line, await answer.TextAsync(), StringComparison.Ordinal);
    }

    /// <summary>Presses what was pressed last, as somebody else and with other inputs: the client has one person before its screen.</summary>
    public async Task OtherPressesAsync(string objectId, string name, params (string Input, string Value)[] inputs)
    {
        var press = LastPress.DeepClone().AsObject();
        press["from"] = new JsonObject { ["id"] = $"29:1-{name.ToLowerInvariant().Replace(' ', '-')}", ["name"] = name, ["aadObjectId"] = objectId };
        var data = press["value"]!["action"]!["data"]!.AsObject();
        foreach (var input in data.Select(member => member.Key).Where(key => key.StartsWith("fixed-", StringComparison.Ordinal)).ToList()) data.Remove(input);
        foreach (var (input, value) in inputs) data[input] = value;
        var answer = await page.APIRequest.PostAsync(new Uri(new Uri(page.Url), Invokes).AbsoluteUri, new() { DataObject = press });
        Assert.Contains("application/vnd.microsoft.card.adaptive", await answer.TextAsync(), StringComparison.Ordinal);
    }

    /// <summary>Sends what the bot has shown as a preview: in Teams a button of the client's does.</summary>
    public async Task SendsPreviewAsync()
    {
        var press = LastPress.DeepClone().AsObject();
        press["value"]!.AsObject().Remove("data");
        press["value"]!["botMessagePreviewAction"] = "send";
        var answer = await page.APIRequest.PostAsync(new Uri(new Uri(page.Url), Invokes).AbsoluteUri, new() { DataObject = press });
        Assert.True(answer.Ok, await answer.TextAsync());
    }

    public Task PhotographPageAsync(string name) => page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });

    private async Task PressesAsync(string button, int moreCards, string[] words)
    {
        // What stands there already would prove nothing.
        await SeesNotAsync(words[0]);
        var before = await Cards.CountAsync();
        await Card.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await SeesAsync(words);
        Assert.Equal(before + moreCards, await Cards.CountAsync());
    }

    // The star of a required field is part of its label.
    private ILocator Field(string label) => Card.GetByLabel(label).First;
}
