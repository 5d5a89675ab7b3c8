using System.Globalization;
using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>How a person wants to be reminded, as a form.</summary>
internal sealed class SettingsCard(CardLibrary cards)
{
    /// <param name="muted">The engagements of which the person does not want to hear.</param>
    public RawJson Fill(ReminderPerson where, IReadOnlyList<Engagement> muted, string? notice = null)
    {
        var (zone, _, settings, policy) = where;
        var model = new SettingsCardModel(
            Words.Language, Text.Title_Settings, Text.SettingsIntro.With(zone.Replace('_', ' ')), notice,
            settings.Off ? "false" : "true",
            Time(settings.Morning ?? policy.Morning), Time(settings.QuietFrom ?? policy.QuietFrom), Time(settings.QuietUntil ?? policy.QuietUntil),
            [.. muted.Select(engagement => new Choice(engagement.Id, UserText.Escape(engagement.Organisation)))],
            string.Join(',', muted.Select(engagement => engagement.Id)),
            muted.Count > 0,
            new SettingsLabels(Text.Label_On, Text.Label_Morning, Text.Label_QuietFrom, Text.Label_QuietUntil, Text.Label_Muted, Text.Button_Save, Text.Button_Forget));
        return new RawJson(cards["Reminders/Settings"].Fill(model, SettingsCardJson.Default.SettingsCardModel));
    }

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>The data of the template <c>Reminders/Settings</c>.</summary>
internal sealed record SettingsCardModel(
    string Lang, string Title, string Intro, string? Notice, string On, string Morning, string QuietFrom, string QuietUntil,
    IReadOnlyList<Choice> Muted, string MutedIds, bool HasMuted, SettingsLabels Labels);

internal sealed record SettingsLabels(string On, string Morning, string QuietFrom, string QuietUntil, string Muted, string Save, string Forget);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SettingsCardModel))]
internal sealed partial class SettingsCardJson : JsonSerializerContext;
