using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Assistance;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Checkpoints;

/// <summary>Plans the checkpoints of an engagement: rhythm, hour, days, days off, people, and a look at all of it before anyone is invited.</summary>
internal sealed class PlanDialog(EngagementAccess access, CheckpointDesk desk) : WaterfallDialog<PlanState>(DialogId, () => CalendarNoteJson.Default.PlanState)
{
    public const string DialogId = "checkpoints";

    public override string Title => Text.Plan_Title;

    protected override async ValueTask<PlanState> StartAsync(
        DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var turn = dialogs.Turn;
        var engagement = (await access.FindAsync(turn, arguments[EngagementVerb.Argument], cancellationToken))!;
        var zone = engagement.TimeZone ?? TimeZones.Find(turn.Activity.LocalTimezone);
        return new PlanState(engagement.Id, engagement.Organisation, engagement.Phase, [.. engagement.People], Today(turn, zone))
        {
            Zone = zone,
            Country = Holidays.Countries.Contains(engagement.Country) ? engagement.Country : null,
        };
    }

    protected override IReadOnlyList<WaterfallStep<PlanState>> StepsFor(PlanState state, DialogContext dialogs) =>
    [
        new("rhythm", RhythmSteps.Ask, RhythmSteps.Accept),
        new("hour", HourSteps.Ask, HourSteps.Accept),
        new("days", DaySteps.Ask, DaySteps.Accept),
        new("daysOff", DaysOffSteps.Ask, DaysOffSteps.Accept),
        new("people", PeopleSteps.Ask, PeopleSteps.Accept),
        new("review", ReviewStep.Ask, (same, _) => same),
    ];

    protected override async ValueTask<RawJson> CompleteAsync(DialogContext dialogs, PlanState state, CancellationToken cancellationToken)
    {
        var turn = dialogs.Turn;
        // The person may have lost the right, or the engagement may have ended, while the card was open.
        var engagement = await access.FindAsync(turn, state.EngagementId, cancellationToken);
        if (engagement is null || engagement.IsClosed || !await access.MayAsync(turn, engagement, Right.PlanCheckpoints, cancellationToken))
        {
            return StepCard.Shrunk(dialogs.Cards, Title, Text.Problem_NotAnyMore);
        }

        var now = turn.Clock.GetUtcNow();
        var all = await CheckpointDocument.ReadAsync(turn.Documents, turn.TenantId, engagement.Id, cancellationToken);
        var planned = state.Series();
        planned = planned with { Series = planned.Series with { Meetings = [.. planned.Series.Meetings.Where(meeting => meeting.Start > now)] } };
        if (planned.Series.Meetings.Count == 0) return StepCard.Shrunk(dialogs.Cards, Title, Text.Problem_NoDay);
        var change = CheckpointRules.Plan(all, engagement, planned, turn.Person(), now, () => Guid.NewGuid().ToString("N"));
        var saved = CheckpointDesk.Save(turn, engagement, all, change);
        return await desk.ListAsync(turn, saved, change.All, new CheckpointPage(Notice: Text.Planned.With(planned.Series.Meetings.Count)), cancellationToken);
    }

    private static DateOnly Today(TurnContext turn, string? zone)
    {
        var now = turn.Clock.GetUtcNow();
        return DateOnly.FromDateTime(zone is null ? now.UtcDateTime : ZonedTime.In(now, zone));
    }
}
