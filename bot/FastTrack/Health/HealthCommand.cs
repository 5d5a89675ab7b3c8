using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FastTrackBot.FastTrack.Health;

/// <summary>Tells admins, in the chat where they already are, how the bot and what it depends on are doing.</summary>
public sealed class HealthCommand(HealthCheckService health, Roles roles, Notice notice, CardLibrary cards)
    : Command("health", Text.ResourceManager, nameof(Text.PhrasesHealth))
{
    public override async ValueTask RunAsync(
        DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        if (!roles.Has(dialogs.Turn.Sender, Role.Admin))
        {
            notice.Show(dialogs.Turn, Text.Title, Text.AdminsOnly);
            return;
        }

        var report = await health.CheckHealthAsync(cancellationToken);
        var model = new HealthCardModel(Words.Language, Text.Title, HeadlineOf(report.Status), StyleOf(report.Status),
            [.. report.Entries.Select(entry => new HealthRow(NameOf(entry.Key), StateOf(entry.Value.Status), ColorOf(entry.Value.Status), entry.Value.Description ?? ""))]);
        dialogs.Turn.Reply(new RawJson(cards["Health/Health"].Fill(model, HealthJson.Default.HealthCardModel)), Text.Title);
    }

    private static string HeadlineOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => Text.AllWell,
        HealthStatus.Degraded => Text.SomeDegraded,
        _ => Text.SomeDown,
    };

    private static string NameOf(string check) => check switch
    {
        "bot" => Text.NameBot,
        "store" => Text.NameStore,
        "graph" => Text.NameGraph,
        "work" => Text.NameWork,
        "reminders" => Text.NameReminders,
        "sending" => Text.NameSending,
        "recording" => Text.NameRecording,
        "knowledge" => Text.NameKnowledge,
        "model" => Text.NameModel,
        "retention" => Text.NameRetention,
        _ => check,
    };

    private static string StateOf(HealthStatus status) =>
        status switch { HealthStatus.Healthy => Text.StateHealthy, HealthStatus.Degraded => Text.StateDegraded, _ => Text.StateDown };

    private static string StyleOf(HealthStatus status) =>
        status switch { HealthStatus.Healthy => "good", HealthStatus.Degraded => "warning", _ => "attention" };

    private static string ColorOf(HealthStatus status) =>
        status switch { HealthStatus.Healthy => "Good", HealthStatus.Degraded => "Warning", _ => "Attention" };
}
