using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>One reminder, with what the person can do about it.</summary>
internal sealed class ReminderCard(CardLibrary cards)
{
    public RawJson Fill(ShownReminder shown, bool mayHandOver, string myself)
    {
        var others = shown.Engagement.People.Where(person => person.ObjectId != myself)
            .Select(person => new Choice(person.ObjectId, UserText.Escape(person.Name))).ToList();
        var model = new ReminderCardModel(
            Words.Language, DigestCard.TitleOf(shown), DigestCard.AboutOf(shown), DigestCard.WhenOf(shown.Reminder), DigestCard.ColorOf(shown.Reminder),
            shown.Reminder.Id, shown.Engagement.Id, shown.Reminder.Kind == ReminderKind.Decision, mayHandOver && others.Count > 0, others, others.Count > 0 ? others[0].Value : "",
            [new Choice("1", Text.SnoozeTomorrow), new Choice("3", Text.SnoozeDays.With(3)), new Choice("7", Text.SnoozeWeek)],
            new ReminderLabels(
                Text.Button_Noted, Text.Label_Snooze, Text.Button_Snooze, Text.Label_HandOver, Text.Button_HandOver,
                Text.Button_Mute.With(UserText.Escape(shown.Engagement.Organisation)), Text.Button_Phase, Text.Button_Back, Text.Button_Done));
        return new RawJson(cards["Reminders/Reminder"].Fill(model, ReminderCardJson.Default.ReminderCardModel));
    }
}

/// <summary>The data of the template <c>Reminders/Reminder</c>.</summary>
internal sealed record ReminderCardModel(
    string Lang, string Title, string About, string When, string Color, string Id, string Engagement, bool IsDecision, bool MayHandOver, IReadOnlyList<Choice> People, string FirstPerson,
    IReadOnlyList<Choice> Days, ReminderLabels Labels);

internal sealed record ReminderLabels(string Noted, string SnoozeFor, string Snooze, string HandOverTo, string HandOver, string Mute, string Phase, string Back, string Done);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReminderCardModel))]
internal sealed partial class ReminderCardJson : JsonSerializerContext;
