using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Nodes;
using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Platform.BotFramework;
using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Dns;
using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Hosting;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Tests.Cards;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FastTrackBot.Tests.AppPackage;

/// <summary>The package that an admin uploads: what Teams would refuse, and what people could not use, shows here.</summary>
public sealed class AppPackageTests(AppPackageFile package) : IClassFixture<AppPackageFile>
{
    private static readonly string[] Localisations = ["en.json", "zh-CN.json"];

    [Fact]
    public void Everything_lies_at_the_root_of_the_package() =>
        Assert.Equal(["color.png", "en.json", "manifest.json", "outline.png", "zh-CN.json"], package.Entries.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void No_placeholder_is_left()
    {
        Assert.All(package.Entries.Keys.Where(name => name.EndsWith(".json", StringComparison.Ordinal)),
            name => Assert.DoesNotContain("${{", package.Text(name), StringComparison.Ordinal));
        Assert.Contains(AppPackageFile.BotId, package.Text("manifest.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_id_there_is_no_package()
    {
        var (exitCode, output) = await AppPackageFile.PackAsync($"-p:BotDomain={AppPackageFile.BotDomain}");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("-p:BotId", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manifest_and_localisations_follow_the_official_schemas()
    {
        var answers = await Npm.AskAsync("manifest.mjs",
        [
            new { schema = "MicrosoftTeams.schema.json", json = JsonElement.Parse(package.Text("manifest.json")) },
            .. Localisations.Select(name => new { schema = "MicrosoftTeams.Localization.schema.json", json = JsonElement.Parse(package.Text(name)) }),
        ]);

        Assert.All(answers, answer => Assert.Empty(answer.GetProperty("errors").EnumerateArray().Select(error => error.GetString())));
    }

    /// <summary>What the schema finds wrong shows that it looks.</summary>
    [Fact]
    public async Task A_thirteenth_command_would_be_refused()
    {
        var manifest = Manifest();
        var commands = manifest["bots"]![0]!["commandLists"]![0]!["commands"]!.AsArray();
        while (commands.Count < 13) commands.Add(commands[0]!.DeepClone());

        var answer = Assert.Single(await Npm.AskAsync("manifest.mjs", [new { schema = "MicrosoftTeams.schema.json", json = manifest }]));

        Assert.Contains(answer.GetProperty("errors").EnumerateArray(), error => error.GetString()!.Contains("commands", StringComparison.Ordinal));
    }

    /// <summary>Demanded at upload though the schema does not ask for it: https://learn.microsoft.com/microsoftteams/platform/resources/schema.</summary>
    [Fact]
    public void An_app_for_teams_says_which_channel_features_it_supports() =>
        Assert.Equal("tier1", Manifest()["supportsChannelFeatures"]!.GetValue<string>());

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void An_icon_has_the_size_that_Teams_wants(string name, int size)
    {
        var png = package.Entries[name];

        Assert.Equal(0x89504E47u, BinaryPrimitives.ReadUInt32BigEndian(png));
        Assert.Equal(size, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(size, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }

    [Fact]
    public void Each_language_names_everything_that_can_be_named()
    {
        var localisable = Localisable(Manifest());

        Assert.All(Localisations, name => Assert.Equal(localisable.Keys.Order(), Localisation(name).Keys.Order()));
        Assert.Equal(localisable, Localisation("en.json"));
    }

    /// <summary>Teams sends the title of the person's language as the text of a message.</summary>
    [Fact]
    public async Task The_bot_understands_every_command_in_every_language()
    {
        await using var bot = Bot();
        var commands = bot.Services.GetRequiredService<CommandSet>();
        var titles = Localisations.SelectMany(name => Localisation(name).Where(text => IsCommand(text.Key))).ToList();

        Assert.NotEmpty(titles);
        Assert.All(titles, title => Assert.True(commands.Understanding(title.Value) is not null, $"Nobody understands '{title.Value}'."));
    }

    /// <summary>The commands of message extensions are named by their ids.</summary>
    private static bool IsCommand(string key) => key.StartsWith("bots[0].", StringComparison.Ordinal) && key.EndsWith(".title", StringComparison.Ordinal);

    /// <summary>Teams lists twelve commands at most. These have a button on the card where they are of use, and can be typed all the same.</summary>
    private static readonly string[] OnButtons = ["filed", "withdraw", "questions", "tags", "pilot", "checkpoints", "plan-checkpoints", "portfolio", "reminders", "remind-here", "use", "tip", "no-tips-here", "forget"];

    /// <summary>Whoever has a question just asks it, and what people say of the answers is for few.</summary>
    private static readonly string[] Typed = ["ask", "feedback"];

    [Fact]
    public async Task Teams_offers_every_command_that_is_not_on_a_button()
    {
        await using var bot = Bot();
        var titles = Localisation("en.json").Where(text => IsCommand(text.Key)).Select(text => text.Value).ToList();

        Assert.All(bot.Services.GetServices<Command>(), command =>
            Assert.True(titles.Exists(command.Understands) != OnButtons.Concat(Typed).Contains(command.Name), $"In the manifest, or on a button? '{command.Name}'."));
    }

    /// <summary>Wired as Program.cs does it, but not started: nothing listens, nothing is stored.</summary>
    private static WebApplication Bot()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddStorage();
        builder.Services.AddBotFramework<FastTrackHandler>();
        builder.Services.AddBotCredential();
        builder.Services.AddGraph(builder.Configuration);
        builder.Services.AddDns();
        builder.Services.AddFastTrack();
        builder.Services.AddDelivery();
        builder.Services.AddHealth();
        return builder.Build();
    }

    private JsonObject Manifest() => JsonNode.Parse(package.Text("manifest.json"))!.AsObject();

    private Dictionary<string, string> Localisation(string name) => JsonNode.Parse(package.Text(name))!.AsObject()
        .Where(text => text.Key != "$schema").ToDictionary(text => text.Key, text => text.Value!.GetValue<string>());

    /// <summary>What the manifest says in words, by the keys that a localisation file uses for it.</summary>
    private static Dictionary<string, string> Localisable(JsonObject manifest)
    {
        Dictionary<string, string> texts = [];
        foreach (var (part, key) in (ReadOnlySpan<(string, string)>)[("name", "short"), ("name", "full"), ("description", "short"), ("description", "full")])
        {
            texts.Add($"{part}.{key}", manifest[part]![key]!.GetValue<string>());
        }

        foreach (var (list, i) in manifest["bots"]![0]!["commandLists"]!.AsArray().Select((list, i) => (list!, i)))
        {
            foreach (var (command, j) in list["commands"]!.AsArray().Select((command, j) => (command!, j)))
            {
                texts.Add($"bots[0].commandLists[{i}].commands[{j}].title", command["title"]!.GetValue<string>());
                texts.Add($"bots[0].commandLists[{i}].commands[{j}].description", command["description"]!.GetValue<string>());
            }
        }

        foreach (var (command, i) in manifest["composeExtensions"]![0]!["commands"]!.AsArray().Select((command, i) => (command!, i)))
        {
            var place = $"composeExtensions[0].commands[{i}]";
            texts.Add($"{place}.title", command["title"]!.GetValue<string>());
            texts.Add($"{place}.description", command["description"]!.GetValue<string>());
            foreach (var (parameter, j) in (command["parameters"]?.AsArray() ?? []).Select((parameter, j) => (parameter!, j)))
            {
                texts.Add($"{place}.parameters[{j}].title", parameter["title"]!.GetValue<string>());
                texts.Add($"{place}.parameters[{j}].description", parameter["description"]!.GetValue<string>());
            }
        }

        return texts;
    }
}
