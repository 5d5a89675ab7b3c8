using System.Reflection;
using System.Text.RegularExpressions;
using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Assessment;
using FastTrackBot.FastTrack.Assistance;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Eligibility;
using FastTrackBot.FastTrack.Files;
using FastTrackBot.FastTrack.Questions;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Sandbox;

namespace FastTrackBot.Tests.House;

/// <summary>Who may know whom. Each rule is held against the compiled program, and where constants could hide, against the source.</summary>
public sealed partial class LayersTests
{
    private const string Bot = "FastTrackBot.FastTrack";
    private static readonly Assembly BotAssembly = typeof(EligibilityRules).Assembly;

    /// <summary>What a pure rule must not know. Embedded data files are part of the program, so reading them is no effect.</summary>
    private static readonly string[] Effects =
    [
        "FastTrackBot.Platform", "FastTrackBot.Sandbox", "Microsoft.", "Azure.", "Dapper", "Npgsql", "OpenAI", "Polly", "System.Net.", "System.Data",
        "System.TimeProvider", "System.Random", "System.Console", "System.IO.File", "System.IO.Directory",
        "System.Diagnostics.Process", "System.Threading.Tasks.Task", "System.Threading.Timer", "System.Threading.PeriodicTimer",
    ];

    /// <summary>
    /// What a capability may use of another's folder. Command, CardVerb, MessageExtension, StatusPart: how each is reached. Roles and the Engagement… types of Access: who may have what. FindingWords: what a finding is called. TimeZones: where people are, by what they type. Notice: a card of a
    /// few words, for whoever has no more to say. Commands and Welcome are the two halves of the front door, and know each other.
    /// </summary>
    private static readonly HashSet<Type> ForEveryone = [typeof(Command), typeof(CardVerb), typeof(MessageExtension), typeof(StatusPart), typeof(Roles), typeof(EngagementAccess), typeof(EngagementGate), typeof(EngagementCommand), typeof(EngagementVerb), typeof(Notice), typeof(FindingWords), typeof(TimeZones)];

    private static readonly HashSet<(string From, Type To)> Exceptions =
    [
        ($"{Bot}.Commands", typeof(Greeting)),
        ($"{Bot}.Commands", typeof(Menu)),
        ($"{Bot}.Commands", typeof(FileAnswers)),
        ($"{Bot}.Commands", typeof(QuestionDesk)),
        // A model proposes commands, by the names and titles that people know.
        ($"{Bot}.Questions", typeof(Phrasebook)),
    ];

    [Fact]
    public void Platform_never_refers_to_FastTrack()
    {
        var platform = TypeReferences.Written(BotAssembly).Where(type => IsBelow(type, "FastTrackBot.Platform")).ToList();

        Assert.NotEmpty(platform);
        Breaches.None(platform.SelectMany(type => TypeReferences.Of(type).Where(other => IsBelow(other, Bot)).Select(other => $"{type} -> {other}")));
        Breaches.None(SourceCode.Files("bot/Platform/", ".cs").Where(file => NamesFastTrack().IsMatch(file.Text)).Select(file => file.Path));
    }

    [Fact]
    public void Nothing_but_Program_refers_to_the_sandbox()
    {
        var others = SourceCode.Files("bot/", ".cs").Concat(SourceCode.Files("cards/", ".cs"))
            .Where(file => !file.Path.StartsWith("bot/Sandbox/", StringComparison.Ordinal) && file.Path != "bot/Program.cs");

        Breaches.None(others.Where(file => NamesSandbox().IsMatch(file.Text)).Select(file => file.Path));
        Breaches.None(TypeReferences.Written(BotAssembly)
            .SelectMany(type => TypeReferences.Of(type).Where(other => IsBelow(other, "FastTrackBot.Sandbox")).Select(other => $"{type} -> {other}")));
    }

    [Fact]
    public void The_sandbox_and_the_cards_know_nothing_of_the_bot()
    {
        Assert.DoesNotContain(typeof(SandboxHost).Assembly.GetReferencedAssemblies(), name => name.Name!.StartsWith("FastTrackBot", StringComparison.Ordinal));
        Assert.DoesNotContain(typeof(CardLibrary).Assembly.GetReferencedAssemblies(), name => name.Name!.StartsWith("FastTrackBot", StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_and_all_that_it_reaches_know_no_effect()
    {
        var rules = TypeReferences.Written(BotAssembly).Where(type => IsBelow(type, Bot) && type.Name.EndsWith("Rules", StringComparison.Ordinal)).ToList();
        var reached = new HashSet<Type>(rules);
        var queue = new Queue<Type>(rules);
        List<string> breaches = [];
        while (queue.TryDequeue(out var type))
        {
            foreach (var other in TypeReferences.Of(type))
            {
                if (IsEffect(other)) breaches.Add($"{type} -> {other}");
                else if (IsBelow(other, Bot) && reached.Add(other)) queue.Enqueue(other);
            }
        }

        Assert.True(reached.Count > 10, "The rules reach next to nothing: are they still called …Rules?");
        Breaches.None(breaches);
    }

    [Fact]
    public void What_does_without_the_platform_has_no_clock_network_or_disk_of_its_own()
    {
        var pure = TypeReferences.Written(BotAssembly).Where(type => IsBelow(type, Bot))
            .Select(type => (Type: type, Refers: TypeReferences.Of(type)))
            .Where(entry => !entry.Refers.Any(other => IsBelow(other, "FastTrackBot.Platform"))).ToList();

        Assert.NotEmpty(pure);
        // Registration and settings speak to the host (Microsoft.Extensions), which is no effect yet.
        Breaches.None(pure.SelectMany(entry => entry.Refers
            .Where(other => IsEffect(other) && !IsBelow(other, "Microsoft.Extensions") && !IsBelow(other, "Microsoft.CodeAnalysis"))
            .Select(other => $"{entry.Type} -> {other}")));
    }

    [Fact]
    public void A_capability_uses_another_only_where_a_reason_stands()
    {
        var breaches = from type in TypeReferences.Written(BotAssembly)
                       where IsBelow(type, Bot) && type.Namespace != Bot
                       from other in TypeReferences.Of(type)
                       where IsBelow(other, Bot) && other.Namespace != Bot && Capability(other) != Capability(type)
                             && !ForEveryone.Contains(other) && !Exceptions.Contains((Capability(type), other))
                       select $"{type} -> {other}";

        Breaches.None(breaches);
    }

    /// <summary>An exception that nobody needs any more would let the next one in unseen.</summary>
    [Fact]
    public void Every_exception_is_needed() => Assert.All(Exceptions, exception =>
        Assert.Contains(TypeReferences.Written(BotAssembly), type => Capability(type) == exception.From && TypeReferences.Of(type).Contains(exception.To)));

    private static string Capability(Type type) => string.Join('.', (type.Namespace ?? "").Split('.').Take(3));

    private static bool IsBelow(Type type, string prefix) =>
        type.Namespace == prefix || type.Namespace?.StartsWith(prefix + ".", StringComparison.Ordinal) == true;

    // Attributes of the compiler live in System.Runtime.CompilerServices or Microsoft.CodeAnalysis and are no effect.
    private static bool IsEffect(Type type) => type.Namespace != "Microsoft.CodeAnalysis"
        && Effects.Any(effect => type.FullName == effect || (type.FullName ?? "").StartsWith(effect.TrimEnd('.') + ".", StringComparison.Ordinal));

    [GeneratedRegex(@"FastTrackBot\.FastTrack|using FastTrack\b|(?<![\w.])FastTrack\.[A-Z]")]
    private static partial Regex NamesFastTrack();

    [GeneratedRegex(@"FastTrackBot\.Sandbox|(?<![\w.])Sandbox\.[A-Z]|\bAddSandbox\b|\bMapSandbox\b")]
    private static partial Regex NamesSandbox();
}
