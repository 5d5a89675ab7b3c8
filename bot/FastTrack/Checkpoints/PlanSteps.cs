using System.Globalization;
using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Assistance;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using Result = FastTrackBot.Platform.BotFramework.Dialogs.StepResult<FastTrackBot.FastTrack.Checkpoints.PlanState>;

namespace FastTrackBot.FastTrack.Checkpoints;

/// <summary>How often, and how long.</summary>
internal static class RhythmSteps
{
    public static Prompt Ask(PlanState state)
    {
        var suggested = Rhythms.Of(state.Phase);
        return new Prompt
        {
            Question = Text.Ask_Rhythm,
            Explanation = Text.Explain_Rhythm.With(Names.Of(state.Phase), TitleOf(Suggested(suggested), state.Phase), CheckpointWords.Of(suggested.Source)),
            Example = TitleOf(RhythmChoice.Weekly, state.Phase),
            Fields =
            [
                new Field("rhythm", FieldKind.Choice, Text.Label_Rhythm)
                {
                    Value = (state.Rhythm ?? Suggested(suggested)).ToString(),
                    Choices = [.. Enum.GetValues<RhythmChoice>().Select(choice => new Choice(choice.ToString(), TitleOf(choice, state.Phase)))],
                },
            ],
        };
    }

    public static Result Accept(PlanState state, Answer answer) =>
        Enum.TryParse<RhythmChoice>(answer["rhythm"], out var rhythm) && Enum.IsDefined(rhythm)
            ? state with { Rhythm = rhythm }
            : StepResult.NoSuchChoice(state, TitleOf(RhythmChoice.Weekly, state.Phase));

    public static string TitleOf(RhythmChoice choice, Phase phase) => choice switch
    {
        RhythmChoice.Weekly => Text.Rhythm_Weekly.With(Rhythms.Of(phase).Minutes),
        RhythmChoice.Fortnightly => Text.Rhythm_Fortnightly.With(Rhythms.Of(phase).Minutes),
        _ => Text.Rhythm_Workshop.With(Rhythms.Workshop.Minutes),
    };

    private static RhythmChoice Suggested(Rhythm rhythm) => rhythm.EveryWeeks == 1 ? RhythmChoice.Weekly : RhythmChoice.Fortnightly;
}

/// <summary>On which weekday, at what hour, on whose clocks.</summary>
internal static class HourSteps
{
    private static readonly DayOfWeek[] Workdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
    private static readonly string[] Written = ["H:mm", "HH:mm", "H.mm", "h:mm tt", "h:mmtt", "h tt", "htt"];

    public static Prompt Ask(PlanState state)
    {
        var time = new Field("time", FieldKind.Text, Text.Label_Time) { Value = state.Time is { } hour ? Hour(hour) : null, Placeholder = "10:00" };
        var zone = new Field("zone", FieldKind.Text, Text.Label_Zone) { Value = state.Zone, Placeholder = "Europe/Amsterdam" };
        return new Prompt
        {
            Question = Text.Ask_Hour,
            Explanation = Text.Explain_Hour.With(Hour(Rhythms.WorkingHours.From), Hour(Rhythms.WorkingHours.To)),
            Example = state.IsWorkshop ? "10:00; Europe/Amsterdam" : $"{NameOf(DayOfWeek.Tuesday)}; 10:00; Europe/Amsterdam",
            Fields = state.IsWorkshop ? [time, zone] :
            [
                new Field("day", FieldKind.Choice, Text.Label_Day)
                {
                    Value = (state.Day ?? DayOfWeek.Tuesday).ToString(),
                    Choices = [.. Workdays.Select(day => new Choice(day.ToString(), NameOf(day)))],
                },
                time,
                zone,
            ],
        };
    }

    public static Result Accept(PlanState state, Answer answer)
    {
        var day = default(DayOfWeek);
        if (!state.IsWorkshop && !(Enum.TryParse(answer["day"], out day) && Workdays.Contains(day))) return StepResult.NoSuchChoice(state, NameOf(DayOfWeek.Tuesday));
        if (ParseTime(answer["time"]) is not { } time) return new Result(state, Text.Problem_Time);
        if (TimeZones.Find(answer["zone"]) is not { } zone) return new Result(state, Text.Problem_Zone);
        var hours = Rhythms.WorkingHours;
        var end = time.Add(TimeSpan.FromMinutes(state.IsWorkshop ? Rhythms.Workshop.Minutes : Rhythms.Of(state.Phase).Minutes), out var wrapped);
        return time < hours.From || end > hours.To || wrapped > 0
            ? new Result(state, Text.Problem_Hours.With(Hour(hours.From), Hour(hours.To)))
            : state with { Day = state.IsWorkshop ? null : day, Time = time, Zone = zone };
    }

    public static string Hour(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string NameOf(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day);

    /// <summary>Null where the text is no time of day.</summary>
    public static TimeOnly? ParseTime(string? text) =>
        TypedText.Clean(text, 20) is { } clean && TimeOnly.TryParseExact(clean, Written, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var time) ? time : null;
}

/// <summary>From which day on, and how many or until when.</summary>
internal static class DaySteps
{
    public static Prompt Ask(PlanState state)
    {
        var first = new Field("from", FieldKind.Date, state.IsWorkshop ? Text.Label_OnDay : Text.Label_From) { Value = Days.Iso(state.From ?? state.Today.AddDays(1)) };
        return new Prompt
        {
            Question = state.IsWorkshop ? Text.Ask_Day : Text.Ask_Days,
            Example = state.IsWorkshop ? Days.Iso(state.Today.AddDays(7)) : $"{Days.Iso(state.Today.AddDays(1))}; 8",
            Fields = state.IsWorkshop ? [first] :
            [
                first,
                new Field("count", FieldKind.Number, Text.Label_Count) { Value = state.Count?.ToString(CultureInfo.InvariantCulture) ?? (state.Until is null ? "8" : null), IsRequired = false },
                new Field("until", FieldKind.Date, Text.Label_Until) { Value = state.Until is { } until ? Days.Iso(until) : null, IsRequired = false },
            ],
        };
    }

    public static Result Accept(PlanState state, Answer answer)
    {
        if (Days.Parse(answer["from"]) is not { } from || from < state.Today || from > state.Today.AddYears(1)) return new Result(state, Text.Problem_From);
        if (state.IsWorkshop) return state with { From = from, Count = 1, Until = null };
        int? count = null;
        if (answer["count"].Length > 0)
        {
            if (!int.TryParse(answer["count"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > SeriesRules.MostMeetings)
                return new Result(state, Text.Problem_Count.With(SeriesRules.MostMeetings));
            count = number;
        }

        DateOnly? until = null;
        if (answer["until"].Length > 0)
        {
            until = Days.Parse(answer["until"]);
            if (until is null || until < from || until > from.AddYears(1)) return new Result(state, Text.Problem_Until);
        }

        return count is null && until is null ? new Result(state, Text.Problem_CountOrUntil) : state with { From = from, Count = count, Until = until };
    }
}

/// <summary>On which days nobody works, and what becomes of a meeting then.</summary>
internal static class DaysOffSteps
{
    private const string None = "none", Move = "move", Skip = "skip";
    private static readonly char[] Separators = [',', ';', '，', '；', '、', '\n', ' '];

    public static Prompt Ask(PlanState state)
    {
        var country = new Field("country", FieldKind.LongChoice, Text.Label_Country)
        {
            Value = state.Country ?? None,
            Choices = [new Choice(None, Text.Country_None), .. Holidays.Countries.Select(code => new Choice(code, CheckpointWords.OfCountry(code)))],
        };
        var own = new Field("own", FieldKind.Text, Text.Label_OwnDays) { Value = string.Join(", ", state.DaysOff.Select(Days.Iso)), Placeholder = "2026-12-24, 2026-12-31", IsRequired = false };
        var rule = new Field("rule", FieldKind.Choice, Text.Label_OnDayOff)
        {
            Value = state.MovesOffHolidays ? Move : Skip,
            Choices = [new Choice(Skip, Text.OnDayOff_Skip), new Choice(Move, Text.OnDayOff_Move)],
        };
        return new Prompt
        {
            Question = Text.Ask_DaysOff,
            Explanation = Text.Explain_DaysOff,
            Example = state.IsWorkshop ? CheckpointWords.OfCountry("NL") : $"{CheckpointWords.OfCountry("NL")}; {Text.OnDayOff_Move}",
            Fields = state.IsWorkshop ? [country, own] : [country, rule, own],
        };
    }

    public static Result Accept(PlanState state, Answer answer)
    {
        var country = answer["country"];
        if (country != None && !Holidays.Countries.Contains(country)) return StepResult.NoSuchChoice(state, CheckpointWords.OfCountry("NL"));
        if (!state.IsWorkshop && answer["rule"] is not (Move or Skip)) return StepResult.NoSuchChoice(state, Text.OnDayOff_Move);
        var written = answer["own"].Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var own = written.Select(Days.Parse).OfType<DateOnly>().Distinct().Order().ToList();
        if (written.Length > 100 || written.Any(day => Days.Parse(day) is null)) return new Result(state, Text.Problem_OwnDays);
        var changed = state with { Country = country == None ? null : country, DaysOff = own, MovesOffHolidays = answer["rule"] == Move };
        return changed.Series().Series.Meetings.Count == 0 ? new Result(changed, Text.Problem_NoDay) : changed;
    }
}

/// <summary>Who is to come.</summary>
internal static class PeopleSteps
{
    public static Prompt Ask(PlanState state) => new()
    {
        Question = Text.Ask_People,
        Explanation = Text.Explain_People,
        Example = string.Join(", ", state.People.Take(2).Select(person => UserText.Escape(person.Name))),
        Fields =
        [
            new Field("people", FieldKind.MultipleChoice, Text.Label_People)
            {
                Value = string.Join(',', state.Attendees ?? state.People.Select(person => person.ObjectId)),
                Choices = [.. state.People.Select(person => new Choice(person.ObjectId, UserText.Escape(person.Name)))],
            },
        ],
    };

    public static Result Accept(PlanState state, Answer answer)
    {
        var wanted = answer.Several("people");
        return wanted.Count == 0 || wanted.Any(id => state.People.All(person => person.ObjectId != id))
            ? StepResult.NoSuchChoice(state, UserText.Escape(state.People[0].Name))
            : state with { Attendees = wanted };
    }
}

/// <summary>All of it at a glance, with the days that came of it.</summary>
internal static class ReviewStep
{
    /// <summary>More days than these nobody checks one by one.</summary>
    private const int MostDays = 12;

    public static Prompt Ask(PlanState state)
    {
        var (plan, series, attendees) = state.Series();
        List<Fact> facts =
        [
            new(Text.Label_Rhythm, RhythmSteps.TitleOf(state.Rhythm!.Value, state.Phase)),
            new(Text.Label_Time, $"{HourSteps.Hour(plan.Time)} ({plan.Zone})"),
            new(Text.Label_Meetings.With(series.Meetings.Count), DaysOf(series.Meetings.Select(meeting => DateOnly.FromDateTime(meeting.LocalStart)))),
        ];
        if (series.Skipped.Count > 0) facts.Add(new Fact(Text.Label_Skipped, DaysOf(series.Skipped)));
        var moved = series.Meetings.Where(meeting => meeting.MovedFrom is not null).ToList();
        if (moved.Count > 0)
            facts.Add(new Fact(Text.Label_Moved, string.Join(", ", moved.Select(meeting => $"{Days.Short(meeting.MovedFrom!.Value)} → {Days.Short(DateOnly.FromDateTime(meeting.LocalStart))}"))));
        facts.Add(new Fact(Text.Label_People, string.Join(", ", attendees.Select(person => person.Name))));
        return new Prompt { Question = Text.Ask_Review, Explanation = Explain(state, series), Facts = facts, Fields = [], NextTitle = Text.Button_PlanNow };
    }

    private static string Explain(PlanState state, CheckpointSeries series)
    {
        var last = series.Meetings[^1].LocalStart.Year;
        return Holidays.KnownUntil(state.Country) is { } known && last > known
            ? Text.Explain_Review + " " + Text.Explain_HolidaysEnd.With(CheckpointWords.OfCountry(state.Country!), known)
            : Text.Explain_Review;
    }

    private static string DaysOf(IEnumerable<DateOnly> days)
    {
        var all = days.ToList();
        return string.Join(", ", all.Take(MostDays).Select(Days.Short)) + (all.Count > MostDays ? ", …" : "");
    }
}
