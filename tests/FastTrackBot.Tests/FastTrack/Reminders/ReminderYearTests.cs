using System.Text.RegularExpressions;
using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Reminders;

namespace FastTrackBot.Tests.FastTrack.Reminders;

/// <summary>A year in four time zones, of which three put their clocks forward and back: each reminder once, at the right time on the person's clock.</summary>
public sealed partial class ReminderYearTests
{
    private const int Items = 73;
    private static readonly string[] Zones = ["Europe/Amsterdam", "America/New_York", "Asia/Shanghai", "Australia/Sydney"];
    private static readonly DateOnly First = new(2026, 1, 5);

    [Fact]
    public async Task Each_item_is_told_once_when_it_is_due_and_once_when_it_is_late_at_nine_in_the_persons_morning()
    {
        await using var harness = await ReminderHarness.StartAsync();
        harness.Clock.Advance(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero) - harness.Clock.GetUtcNow());
        foreach (var zone in Zones) await harness.InstallAsync(zone, zone);
        await harness.SaveAsync([.. Zones.SelectMany((_, zone) => Enumerable.Range(0, Items).Select(number => OneOf(zone, number)))]);

        for (var day = Shifted(First).AddDays(-2); day <= Shifted(First).AddDays(366); day = day.AddDays(1))
        {
            await harness.PassUntilAsync(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero));
            // Every third is done just before it is due.
            foreach (var (zone, number) in Due(day.AddDays(1)).Where(item => item.Number % 3 == 0)) await harness.SaveAsync(Done(OneOf(zone, number), harness));
        }

        for (var zone = 0; zone < Zones.Length; zone++)
        {
            var sent = harness.Chats.Messages.Where(message => message.Chat == Zones[zone]).ToList();
            Assert.All(sent, message => Assert.Equal(new TimeOnly(9, 0), TimeOnly.FromDateTime(ZonedTime.In(message.At, Zones[zone]))));
            Assert.Equal(sent.Count, sent.Select(message => DateOnly.FromDateTime(ZonedTime.In(message.At, Zones[zone]))).Distinct().Count());
            var told = sent.SelectMany(message => Rows().Matches(message.Message.ToJsonString())
                .Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value} {DateOnly.FromDateTime(ZonedTime.In(message.At, Zones[zone])):yyyy-MM-dd}"));
            Assert.Equal(Expected(zone).Order(), told.Order());

            var digest = await harness.DigestOfAsync(Zones[zone]);
            Assert.Empty(digest.Waiting);
        }

        // The lead has no app: not reached, and each told of once in the log.
        Assert.True(harness.Totals[ReminderOutcome.NotInstalled] > 0);
        Assert.Equal(0, harness.Totals[ReminderOutcome.Failed]);
        TestContext.Current.TestOutputHelper?.WriteLine($"{harness.Chats.Messages.Count} messages, {harness.Totals[ReminderOutcome.Delivered]} reminders");
    }

    [Fact]
    public async Task Each_checkpoint_is_announced_three_times_to_each_who_takes_part()
    {
        await using var harness = await ReminderHarness.StartAsync();
        harness.Clock.Advance(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero) - harness.Clock.GetUtcNow());
        foreach (var zone in Zones) await harness.InstallAsync(zone, zone);
        var weekly = Zones.SelectMany((zone, number) => Enumerable.Range(0, 52).Select(week => Checkpoint(zone, number, week))).ToList();
        await harness.CommitAsync(documents =>
        {
            foreach (var checkpoint in weekly) documents.Save(CheckpointDocument.Kind, EngagementHistory.Partition(ReminderHarness.Tenant, checkpoint.EngagementId), checkpoint.Id, checkpoint);
        });
        // Standstill would be told as well: the items of the other test are not there, so they are closed to that.
        await harness.SaveAsync([.. Zones.Select((zone, number) => Some.Engagement() with { Id = $"e{number}", Owner = Some.Lead, Team = [], NextCheckpoint = weekly[^1].Start })]);

        await harness.PassUntilAsync(weekly.Max(checkpoint => checkpoint.End) + TimeSpan.FromDays(1));

        foreach (var zone in Zones)
        {
            var expected = weekly.Where(checkpoint => checkpoint.Zone == zone)
                .SelectMany(checkpoint => ((int[])[72, 24, 1]).Select(hours => checkpoint.Start - TimeSpan.FromHours(hours)));
            Assert.Equal(expected.Order(), harness.Chats.Messages.Where(message => message.Chat == zone).Select(message => message.At).Order());
        }

        Assert.Equal(Zones.Length * 52 * 3, harness.Totals[ReminderOutcome.Delivered]);
    }

    [Fact]
    public async Task A_checkpoint_that_is_moved_or_cancelled_is_announced_for_when_it_is_or_not_at_all()
    {
        await using var harness = await ReminderHarness.StartAsync();
        await harness.InstallAsync("UTC", "UTC");
        var start = harness.Clock.GetUtcNow().AddDays(10);
        Checkpoint At(DateTimeOffset at, CheckpointState state) =>
            new("c1", "e1", CheckpointKind.Checkpoint, at.UtcDateTime, "UTC", TimeSpan.FromMinutes(30)) { State = state, Attendees = [new FastTrackBot.FastTrack.Person("UTC", "U")] };
        await PutAsync(start, CheckpointState.Planned);
        await harness.PassUntilAsync(start.AddHours(-70));
        await PutAsync(start.AddDays(1), CheckpointState.Moved);
        await harness.PassUntilAsync(start.AddHours(2));
        await PutAsync(start.AddDays(1), CheckpointState.Cancelled);
        await harness.PassUntilAsync(start.AddDays(3));

        Assert.Equal([start.AddHours(-72), start.AddHours(-48), start], harness.Chats.Messages.Select(message => message.At));

        async Task PutAsync(DateTimeOffset at, CheckpointState state)
        {
            var partition = EngagementHistory.Partition(ReminderHarness.Tenant, "e1");
            var documents = new FastTrackBot.Platform.Storage.DocumentSession(harness.Store);
            await documents.ReadAsync(CheckpointDocument.Kind, partition, "c1", TestContext.Current.CancellationToken);
            documents.Save(CheckpointDocument.Kind, partition, "c1", At(at, state));
            await harness.Store.CommitAsync(documents.ToCommit(), TestContext.Current.CancellationToken);
            await harness.SaveAsync(Some.Engagement() with { NextCheckpoint = at });
        }
    }

    [Fact]
    public async Task A_reminder_costs_as_much_among_thousands_of_engagements_as_among_a_few()
    {
        var few = await CostAsync(20);
        var many = await CostAsync(2_000);

        Assert.InRange(many, few * 0.8, few * 1.05);
    }

    [Fact]
    public async Task Two_thousand_people_are_told_at_once_and_each_once()
    {
        const int People = 2_000;
        await using var harness = await ReminderHarness.StartAsync();
        var due = new DateOnly(2026, 3, 4);
        for (var number = 0; number < People; number++) await harness.InstallAsync($"p{number}", "UTC");
        await harness.SaveAsync([.. Enumerable.Range(0, People).Select(number => Some.Engagement(
            Some.Item(due, new FastTrackBot.FastTrack.Person($"p{number}", "P"))) with { Id = $"e{number}", Team = [], PhaseSince = harness.Clock.GetUtcNow() })]);
        await harness.PassUntilAsync(new DateTimeOffset(due, new TimeOnly(8, 59), TimeSpan.Zero));
        harness.Clock.Advance(TimeSpan.FromMinutes(1));
        var start = TimeProvider.System.GetTimestamp();

        await harness.RunAsync(() => harness.Totals[ReminderOutcome.Delivered] == People);

        TestContext.Current.TestOutputHelper?.WriteLine($"{People / TimeProvider.System.GetElapsedTime(start).TotalSeconds:F0} a second");
        Assert.Equal(Enumerable.Range(0, People).Select(number => $"p{number}").Order(), harness.Chats.Messages.Select(message => message.Chat).Order());
    }

    private static async Task<double> CostAsync(int engagements)
    {
        await using var harness = await ReminderHarness.StartAsync();
        await harness.InstallAsync(Some.Worker.ObjectId, "UTC");
        var due = new DateOnly(2026, 3, 4);
        // Ten fall due; the others stand beside, with a date far away.
        await harness.SaveAsync([.. Enumerable.Range(0, engagements).Select(number => Some.Engagement(Some.Item(number < 10 ? due : due.AddDays(300), Some.Worker)) with { Id = $"e{number}", Team = [], PhaseSince = harness.Clock.GetUtcNow().AddDays(200) })]);
        await harness.PassUntilAsync(harness.Clock.GetUtcNow());
        var before = harness.Store.Calls;

        await harness.PassUntilAsync(harness.Clock.GetUtcNow().AddDays(4));

        Assert.InRange(harness.Totals[ReminderOutcome.Delivered], 10, 20);
        return (harness.Store.Calls - before) / (double)harness.Totals[ReminderOutcome.Delivered];
    }

    private static DateOnly Shifted(DateOnly day) => day.AddDays(60);

    private static DateOnly DueOf(int number) => Shifted(First).AddDays(5 * number);

    private static Engagement OneOf(int zone, int number) =>
        Some.Engagement(Some.Item(DueOf(number), new FastTrackBot.FastTrack.Person(Zones[zone], "P"))) with { Id = $"e{zone}x{number}", Organisation = $"Org{zone}x{number}", Team = [], PhaseSince = Some.Start };

    private static Engagement Done(Engagement engagement, ReminderHarness harness) =>
        engagement with { Checklist = [engagement.Checklist[0].Done(Some.Worker, harness.Clock.GetUtcNow())] };

    private static IEnumerable<(int Zone, int Number)> Due(DateOnly day) =>
        from zone in Enumerable.Range(0, Zones.Length)
        from number in Enumerable.Range(0, Items)
        where DueOf(number) == day
        select (zone, number);

    private static IEnumerable<string> Expected(int zone)
    {
        for (var number = 0; number < Items; number++)
        {
            if (number % 3 == 0) continue;
            var (due, late) = (Workday(DueOf(number)), Workday(DueOf(number).AddDays(1)));
            if (due != late) yield return $"Org{zone}x{number} Due {due:yyyy-MM-dd}";
            yield return $"Org{zone}x{number} Overdue {late:yyyy-MM-dd}";
        }
    }

    private static DateOnly Workday(DateOnly day) => day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(2), DayOfWeek.Sunday => day.AddDays(1), _ => day };

    private static Checkpoint Checkpoint(string zone, int number, int week) =>
        new($"c{week}", $"e{number}", CheckpointKind.Checkpoint, new DateTime(2026, 3, 12, 10, 0, 0).AddDays(7 * week), zone, TimeSpan.FromMinutes(30))
        {
            Attendees = [new FastTrackBot.FastTrack.Person(zone, "P")],
        };

    [GeneratedRegex("\"text\":\"(?<2>Due|Overdue).*?\"text\":\"(?<1>Org\\d+x\\d+)\"")]
    private static partial Regex Rows();
}
