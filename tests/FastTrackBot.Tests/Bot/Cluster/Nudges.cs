using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Storage;
using FastTrackBot.Tests.Bot.Cluster;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(NudgeStartup))]

namespace FastTrackBot.Tests.Bot.Cluster;

/// <summary>A reminder at its simplest: one message to one person, and the outcome stored with its end.</summary>
internal sealed class Nudges(ProactiveSender sender) : WorkKind(Name)
{
    public const string Tenant = "cluster";

    public new const string Name = "nudge";

    /// <summary>Work in hand at one instance: what a kill can have sent twice.</summary>
    public const int AtOnce = 32;

    public static readonly DocumentKind<Nudge> Kind = new(Name, NudgeJson.Default.Nudge);

    private static readonly RawJson Card = new("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"Due today"}]}"""u8.ToArray());

    public override int Parallelism => AtOnce;

    /// <summary>Short, as a test does not wait four minutes for what a kill left behind.</summary>
    public override TimeSpan Lease => TimeSpan.FromSeconds(8);

    public override async Task<WorkResult> DoAsync(WorkClaim claim, DocumentSession documents, CancellationToken cancellationToken)
    {
        if (await documents.ReadAsync(Kind, Tenant, claim.Key, cancellationToken) is not null) return WorkResult.Done;
        var result = await sender.SendAsync(Tenant, Installation.OfPerson(claim.Key), Card, "Due today", cancellationToken);
        if (result.Outcome != SendOutcome.Delivered) return WorkResult.Again(result.Reason ?? $"{result.Outcome}", TimeSpan.FromSeconds(1));
        documents.Save(Kind, Tenant, claim.Key, new Nudge($"{result.Outcome}"));
        return WorkResult.Done;
    }
}

internal sealed record Nudge(string Outcome);

[JsonSerializable(typeof(Nudge))]
internal sealed partial class NudgeJson : JsonSerializerContext;

/// <summary>Adds the kind of work to the bot's own program, in a process whose environment names this assembly.</summary>
public sealed class NudgeStartup : IHostingStartup
{
    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton<WorkKind, Nudges>());
}
