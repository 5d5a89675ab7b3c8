using System.Globalization;
using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>A checkpoint is near: when, on the reader's clock, and how to join.</summary>
internal sealed class CheckpointReminderCard(CardLibrary cards)
{
    public RawJson Fill(CheckpointNotice notice, DateTimeOffset now)
    {
        var checkpoint = notice.Checkpoint;
        var model = new CheckpointReminderModel(
            Words.Language,
            Text.Title_Checkpoint.With(UserText.Escape(notice.Engagement.Organisation)),
            Text.CheckpointWhen.With(Local(notice), notice.Where.Zone.Replace('_', ' ')),
            In(checkpoint.Start - now),
            checkpoint.Attendees.Count == 0 ? null : string.Join(", ", checkpoint.Attendees.Select(person => UserText.Escape(person.Name))),
            checkpoint.Calendar?.JoinUrl,
            notice.Engagement.Id,
            new CheckpointReminderLabels(Text.Button_Join, Text.Button_Phase));
        return new RawJson(cards["Reminders/Checkpoint"].Fill(model, CheckpointReminderJson.Default.CheckpointReminderModel));
    }

    public static string Summary(CheckpointNotice notice) => Text.CheckpointSummary.With(UserText.Escape(notice.Engagement.Organisation), Local(notice));

    private static string Local(CheckpointNotice notice)
    {
        var local = ZonedTime.In(notice.Checkpoint.Start, notice.Where.Zone);
        return $"{Days.Short(DateOnly.FromDateTime(local))} {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    private static string In(TimeSpan rest) => rest switch
    {
        { TotalDays: >= 1.5 } => Text.InDays.With((int)Math.Round(rest.TotalDays)),
        { TotalHours: >= 1.5 } => Text.InHours.With((int)Math.Round(rest.TotalHours)),
        _ => Text.InMinutes.With((int)Math.Round(rest.TotalMinutes)),
    };
}

/// <summary>The data of the template <c>Reminders/Checkpoint</c>.</summary>
internal sealed record CheckpointReminderModel(
    string Lang, string Title, string When, string In, string? Attendees, string? Join, string Engagement, CheckpointReminderLabels Labels);

internal sealed record CheckpointReminderLabels(string Join, string Phase);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CheckpointReminderModel))]
internal sealed partial class CheckpointReminderJson : JsonSerializerContext;
