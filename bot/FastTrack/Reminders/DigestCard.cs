using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Assessment;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Reminders;

/// <summary>What one person is told in the morning: a row each, the oldest first.</summary>
internal sealed class DigestCard(CardLibrary cards)
{
    private const int MostRows = 12;

    /// <param name="person">Whose it is, where others see it too.</param>
    public RawJson Fill(IReadOnlyList<ShownReminder> shown, Person? person = null, string? notice = null)
    {
        var model = new DigestCardModel(
            Words.Language,
            Summary(shown, person),
            notice,
            [.. shown.Take(MostRows).Select(Row)],
            shown.Count > MostRows ? Text.MoreRows.With(shown.Count - MostRows) : null,
            shown.Count > 0,
            new DigestLabels(Text.Button_Open, Text.Button_NotedAll, Text.Button_TomorrowAll, Text.Button_Settings));
        return new RawJson(cards["Reminders/Digest"].Fill(model, DigestCardJson.Default.DigestCardModel));
    }

    public static string Summary(IReadOnlyList<ShownReminder> shown, Person? person = null) =>
        shown.Count == 0 ? Text.NothingLeft
        : person is null ? Text.Title_Digest.With(shown.Count)
        : Text.Title_DigestFor.With(UserText.Escape(person.Name), shown.Count);

    public static string TitleOf(ShownReminder shown) => shown.Reminder.Kind switch
    {
        ReminderKind.Item => Names.OfItem(shown.Reminder.Subject),
        ReminderKind.Remediation => shown.Finding is { } finding ? FindingWords.Title(finding) : shown.Reminder.Subject,
        ReminderKind.Adoption => Names.OfTask(shown.Reminder.Subject),
        ReminderKind.Decision => Text.Row_Decision.With(UserText.Escape(shown.Decision?.Text ?? "")),
        ReminderKind.Migration => shown.Reminder.Stage switch
        {
            ReminderStage.Due => Text.Row_MigrationStands,
            ReminderStage.Overdue => Text.Row_MigrationRests,
            _ => Text.Row_MigrationEnds,
        },
        _ => Text.Row_Phase.With(Names.Of(shown.Engagement.Phase)),
    };

    public static string WhenOf(Reminder reminder) => reminder switch
    {
        { Kind: ReminderKind.Phase or ReminderKind.Migration } => Text.When_Since.With(Days.Short(reminder.Date)),
        { Stage: ReminderStage.Due } => Text.When_Due.With(Days.Short(reminder.Date)),
        _ => Text.When_Overdue.With(Days.Short(reminder.Date)),
    };

    public static string AboutOf(ShownReminder shown)
    {
        var organisation = UserText.Escape(shown.Engagement.Organisation);
        return shown.Reminder.Late is { } late ? Text.About_Late.With(organisation, UserText.Escape(late.Name)) : organisation;
    }

    public static string ColorOf(Reminder reminder) => reminder.Stage == ReminderStage.Due ? "Default" : "Attention";

    private static DigestRow Row(ShownReminder shown) => new(
        shown.Reminder.Id, TitleOf(shown), AboutOf(shown), WhenOf(shown.Reminder), ColorOf(shown.Reminder));
}

/// <summary>The data of the template <c>Reminders/Digest</c>.</summary>
internal sealed record DigestCardModel(
    string Lang, string Title, string? Notice, IReadOnlyList<DigestRow> Rows, string? More, bool HasRows, DigestLabels Labels);

internal sealed record DigestRow(string Id, string Title, string About, string When, string Color);

internal sealed record DigestLabels(string Open, string NotedAll, string TomorrowAll, string Settings);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DigestCardModel))]
internal sealed partial class DigestCardJson : JsonSerializerContext;
