using System.Globalization;
using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Turns;
using Result = FastTrackBot.Platform.BotFramework.Dialogs.StepResult<FastTrackBot.FastTrack.Assistance.AssistanceState>;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>What the steps of this capability's dialogs share.</summary>
internal static class StepTools
{
    public static CultureInfo Culture => CultureInfo.CurrentUICulture;

    /// <summary>Names the field when a card has several.</summary>
    public static string Say(Problem problem, string? label = null) =>
        label is null ? Wording.Of(problem, Culture) : Text.Problem_Labelled.With(label, Wording.Of(problem, Culture));

    public static Result Refuse(AssistanceState state, Problem? problem, string? label = null) => new(state, Say(problem!.Value, label));

    /// <summary>A workload is part of an open request already: whose, and since when.</summary>
    public static string SayTaken((RequestRecord Record, string WorkloadId) taken) => Text.Problem_AlreadyRequested.With(
        Names.OfWorkload(taken.WorkloadId),
        UserText.Escape(taken.Record.RequestedBy.Name),
        Day(taken.Record.PreparedAt));

    public static Field Choice(string id, string label, string? value, IEnumerable<Choice> choices) =>
        new(id, FieldKind.Choice, label) { Value = value, Choices = [.. choices] };

    public static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A day as people read it, in no doubt about which number is the month.</summary>
    public static string Day(DateOnly date) => new PartialDate(date.Year, date.Month, date.Day).Format(Culture);

    public static string Day(DateTimeOffset moment) => Day(DateOnly.FromDateTime(moment.UtcDateTime));

    /// <summary>The day where the person is; the clock's own where the channel does not say.</summary>
    public static DateOnly Today(TurnContext turn)
    {
        var now = turn.Clock.GetUtcNow();
        var zone = TimeZones.Parse(turn.Activity.LocalTimezone).Value;
        return DateOnly.FromDateTime(zone is null ? now.UtcDateTime : TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);
    }

    public static Parsed<DateOnly?> OptionalDate(string text, DateOnly today)
    {
        if (text.Length == 0) return new Parsed<DateOnly?>(null, null);
        var date = TargetDate.Parse(text, today, CultureInfo.CurrentCulture);
        return new Parsed<DateOnly?>(date.Value, date.Problem);
    }

    /// <summary>An empty answer to a field that may stay empty is no problem.</summary>
    public static Parsed<T> Optional<T>(string text, Func<string, Parsed<T>> parse) => text.Length == 0 ? new Parsed<T>(default, null) : parse(text);
}
