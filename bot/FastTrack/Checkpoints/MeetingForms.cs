using System.Globalization;
using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Checkpoints;

/// <summary>What is filled in about a checkpoint: another time, or what was said and decided.</summary>
internal sealed class MeetingForms(CardLibrary cards)
{
    /// <param name="entered">What was typed and could not be taken; else the checkpoint's own time.</param>
    public RawJson Move(Engagement engagement, Checkpoint one, string? problem = null, IReadOnlyDictionary<string, string>? entered = null)
    {
        var values = new MoveValues(
            entered?.GetValueOrDefault("day") ?? Days.Iso(DateOnly.FromDateTime(one.LocalStart)),
            entered?.GetValueOrDefault("time") ?? one.LocalStart.ToString("HH:mm", CultureInfo.InvariantCulture),
            entered?.GetValueOrDefault("why") ?? "");
        var model = new MoveModel(
            Words.Language, CheckpointWords.TitleOf(one), CheckpointWords.WhenOf(one), problem, values, engagement.Id, one.Id,
            new MoveLabels(Text.Label_NewDay, Text.Label_NewTime.With(one.Zone), Text.Label_WhyCancel, Text.Button_Move, Text.Button_Cancel, Text.Button_Back));
        return new RawJson(cards["Checkpoints/Move"].Fill(model, CheckpointCardJson.Default.MoveModel));
    }

    /// <param name="entered">What was typed and could not be taken; else what stands in the record.</param>
    public RawJson Minutes(Engagement engagement, Checkpoint one, string? notice = null, IReadOnlyDictionary<string, string>? entered = null)
    {
        var values = new MinutesValues(
            entered?.GetValueOrDefault("minutes") ?? one.Minutes ?? "", entered?.GetValueOrDefault("decision") ?? "",
            entered?.GetValueOrDefault("owner") ?? Person.Nobody, entered?.GetValueOrDefault("due") ?? "");
        var model = new MinutesModel(
            Words.Language, CheckpointWords.TitleOf(one), CheckpointWords.WhenOf(one), notice, [.. one.Decisions.Select(CheckpointWords.Of)], values,
            [new Choice(Person.Nobody, Text.Nobody), .. engagement.People.Select(person => new Choice(person.ObjectId, UserText.Escape(person.Name)))],
            engagement.Id, one.Id,
            new MinutesLabels(Text.Minutes, Text.Hint_Minutes, Text.Decisions, Text.Label_Decision, Text.Hint_Decision, Text.Label_Owner, Text.Label_Due, Text.Button_Save, Text.Button_Back));
        return new RawJson(cards["Checkpoints/Minutes"].Fill(model, CheckpointCardJson.Default.MinutesModel));
    }
}

/// <summary>The data of the template <c>Checkpoints/Move</c>.</summary>
internal sealed record MoveModel(
    string Lang, string Title, string When, string? Problem, MoveValues Values, string Engagement, string Checkpoint, MoveLabels Labels);

internal sealed record MoveValues(string Day, string Time, string Why);

internal sealed record MoveLabels(string Day, string Time, string Why, string Move, string Cancel, string Back);

/// <summary>The data of the template <c>Checkpoints/Minutes</c>.</summary>
internal sealed record MinutesModel(
    string Lang, string Title, string When, string? Notice, IReadOnlyList<string> Decisions, MinutesValues Values, IReadOnlyList<Choice> People,
    string Engagement, string Checkpoint, MinutesLabels Labels);

internal sealed record MinutesValues(string Minutes, string Decision, string Owner, string Due);

internal sealed record MinutesLabels(
    string Minutes, string MinutesHint, string Decisions, string Decision, string DecisionHint, string Owner, string Due, string Save, string Back);
