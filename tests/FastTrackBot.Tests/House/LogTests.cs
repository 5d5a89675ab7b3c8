using System.Reflection;
using FastTrackBot.FastTrack.Eligibility;
using FastTrackBot.Sandbox;
using Microsoft.Extensions.Logging;

namespace FastTrackBot.Tests.House;

/// <summary>An event id is how an operator finds the line in the README, so it is unique and says which part speaks.</summary>
public sealed class LogTests
{
    /// <summary>The nearest folder decides.</summary>
    private static readonly Dictionary<string, (int First, int Last)> Ranges = new()
    {
        ["FastTrackBot.Platform.BotFramework"] = (1000, 1099),
        ["FastTrackBot.Platform.BotFramework.Authentication"] = (1100, 1199),
        ["FastTrackBot.Platform.BotFramework.Connector"] = (1200, 1299),
        ["FastTrackBot.Platform.BotFramework.Rates"] = (1300, 1399),
        ["FastTrackBot.Platform.BotFramework.Proactive"] = (1400, 1499),
        ["FastTrackBot.Platform.Graph"] = (2000, 2999),
        ["FastTrackBot.Platform.Storage"] = (3000, 3999),
        ["FastTrackBot.Platform.Delivery"] = (4000, 4999),
        ["FastTrackBot.Platform.Hosting"] = (5000, 5999),
        ["FastTrackBot.FastTrack"] = (6000, 6999),
        ["FastTrackBot.Sandbox"] = (9000, 9999),
    };

    internal static IReadOnlyList<(Type Type, string Method, int Id)> Events { get; } =
    [
        .. from assembly in (Assembly[])[typeof(EligibilityRules).Assembly, typeof(SandboxHost).Assembly]
           from type in assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
           let attribute = method.GetCustomAttribute<LoggerMessageAttribute>()
           where attribute is not null
           select (type, method.Name, attribute.EventId),
    ];

    [Fact]
    public void No_two_events_share_an_id()
    {
        Assert.NotEmpty(Events);
        Breaches.None(Events.GroupBy(entry => entry.Id).Where(group => group.Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(", ", group.Select(entry => $"{entry.Type}.{entry.Method}"))}"));
    }

    [Fact]
    public void An_event_id_lies_in_the_range_of_its_folder() => Breaches.None(
        Events.Where(entry => RangeOf(entry.Type.Namespace!) is var (first, last) && (entry.Id < first || entry.Id > last))
            .Select(entry => $"{entry.Type}.{entry.Method}: {entry.Id}"));

    [Fact]
    public void Events_are_declared_in_the_folders_one_Log() => Breaches.None(Events.Where(entry => entry.Type.Name != "Log").Select(entry => $"{entry.Type}"));

    private static (int First, int Last) RangeOf(string folder)
    {
        for (var part = folder; part.Contains('.'); part = part[..part.LastIndexOf('.')])
        {
            if (Ranges.TryGetValue(part, out var range)) return range;
        }

        throw new KeyNotFoundException($"No range of event ids is set aside for {folder}.");
    }
}
