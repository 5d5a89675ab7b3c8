using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Checkpoints;

/// <summary>One checkpoint: when, who, where to join, what to talk about, or what was said and decided.</summary>
internal sealed class MeetingCard(CardLibrary cards, TimeProvider clock)
{
    /// <param name="agenda">Lines of what to talk about; none once it was held.</param>
    public RawJson Fill(Engagement engagement, Checkpoint one, IReadOnlyList<string> agenda, IReadOnlySet<Right> rights, MeetingNotes notes)
    {
        var now = clock.GetUtcNow();
        var begun = one.Start <= now;
        var mayTake = rights.Contains(Right.TakeMinutes) && begun && one.State != CheckpointState.Cancelled;
        var model = new MeetingModel(
            Words.Language,
            engagement.Organisation,
            CheckpointWords.TitleOf(one),
            CheckpointWords.WhenOf(one),
            CheckpointWords.StateOf(one, now),
            one.State switch { CheckpointState.Missed => "Attention", CheckpointState.Held => "Good", _ => "Default" },
            notes.Notice,
            one is { IsAhead: true, Calendar: null } && notes.Trouble is { } why ? CheckpointWords.Of(why) : null,
            one.Attendees.Count == 0 ? null : Text.With.With(string.Join(", ", one.Attendees.Select(person => UserText.Escape(person.Name)))),
            agenda.Count == 0 ? null : Text.Agenda,
            agenda,
            one.Minutes is { } minutes ? new UserText(minutes) : default(UserText?),
            [.. one.Decisions.Select(CheckpointWords.Of)],
            engagement.Id,
            one.Id,
            new MeetingButtons(
                one.IsAhead && !begun && one.Calendar?.JoinUrl is { } join ? new JoinButton(Text.Button_Join, join) : null,
                mayTake ? Text.Button_Minutes : null,
                mayTake && one.State != CheckpointState.Held ? Text.Button_Held : null,
                rights.Contains(Right.PlanCheckpoints) && one.IsAhead && !begun ? Text.Button_Change : null,
                Text.Button_All, Text.Minutes, Text.Decisions));
        return new RawJson(cards["Checkpoints/Meeting"].Fill(model, CheckpointCardJson.Default.MeetingModel));
    }
}

/// <summary>What has to be said beside the checkpoint itself.</summary>
internal sealed record MeetingNotes(string? Notice = null, CalendarTrouble? Trouble = null);

/// <summary>The data of the template <c>Checkpoints/Meeting</c>.</summary>
internal sealed record MeetingModel(
    string Lang, UserText Organisation, string Title, string When, string State, string StateColor, string? Notice, string? Trouble, string? People,
    string? AgendaTitle, IReadOnlyList<string> Agenda, UserText? Minutes, IReadOnlyList<string> Decisions, string Engagement, string Checkpoint, MeetingButtons Buttons);

internal sealed record MeetingButtons(JoinButton? Join, string? TakeMinutes, string? Held, string? Change, string All, string Minutes, string Decisions);

internal sealed record JoinButton(string Title, string Url);
