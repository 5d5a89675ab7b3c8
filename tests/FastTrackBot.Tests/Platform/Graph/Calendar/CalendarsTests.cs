using FastTrackBot.Platform.Graph;
using FastTrackBot.Platform.Graph.Calendar;
using FastTrackBot.Sandbox;

namespace FastTrackBot.Tests.Platform.Graph.Calendar;

/// <summary>Events at the make-believe tenant; each exchange is held against Microsoft's description as well.</summary>
public sealed class CalendarsTests : IAsyncLifetime
{
    private const string Mailbox = SandboxPeople.Admin;
    private static readonly DateTimeOffset Start = new(2026, 3, 10, 8, 0, 0, TimeSpan.Zero);

    private GraphAtSandbox _graph = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Calendars Calendars => _graph.Get<Calendars>();

    public async ValueTask InitializeAsync() => _graph = await GraphAtSandbox.StartAsync();

    public ValueTask DisposeAsync() => _graph.DisposeAsync();

    [Fact]
    public async Task An_event_is_made_with_a_meeting_and_found_again()
    {
        var made = await Calendars.CreateAsync(Mailbox, Meeting("one"), Ct);

        Assert.Equal(Start, made.Start!.Utc);
        Assert.Equal(Start.AddMinutes(30), made.End!.Utc);
        Assert.StartsWith("https://teams.microsoft.com/l/meetup-join/", made.OnlineMeeting!.JoinUrl, StringComparison.Ordinal);
        Assert.Equal(made with { Attendees = null }, await Calendars.GetAsync(Mailbox, made.Id, Ct) with { Attendees = null });
        Assert.Equal(made with { Attendees = null }, Assert.Single(await Calendars.ListAsync(Mailbox, Start.AddDays(-1), Start.AddDays(1), Ct).ToListAsync(Ct)) with { Attendees = null });
        Assert.Empty(await Calendars.ListAsync(Mailbox, Start.AddDays(1), Start.AddDays(2), Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task The_same_transaction_makes_no_second_event()
    {
        var first = await Calendars.CreateAsync(Mailbox, Meeting("one"), Ct);
        var again = await Calendars.CreateAsync(Mailbox, Meeting("one"), Ct);
        await Calendars.CreateAsync(Mailbox, Meeting("two"), Ct);

        Assert.Equal(first.Id, again.Id);
        Assert.Equal(2, _graph.Sandbox.Events.Count);
    }

    [Fact]
    public async Task An_event_is_moved_in_its_own_version_only()
    {
        var made = await Calendars.CreateAsync(Mailbox, Meeting("one"), Ct);
        var later = new EventChange(EventTime.Of(new DateTime(2026, 3, 11, 14, 0, 0), "Europe/Berlin"), EventTime.Of(new DateTime(2026, 3, 11, 15, 0, 0), "Europe/Berlin"));

        var moved = await Calendars.ChangeAsync(Mailbox, made.Id, later, made.ETag, Ct);
        var refused = await Assert.ThrowsAsync<GraphException>(() => Calendars.ChangeAsync(Mailbox, made.Id, later, made.ETag, Ct));

        Assert.Equal(new DateTimeOffset(2026, 3, 11, 13, 0, 0, TimeSpan.Zero), moved.Start!.Utc);
        Assert.Equal(412, refused.Status);
    }

    [Fact]
    public async Task A_cancelled_event_is_gone()
    {
        var made = await Calendars.CreateAsync(Mailbox, Meeting("one"), Ct);

        await Calendars.CancelAsync(Mailbox, made.Id, "Not needed", Ct);

        Assert.True((await Assert.ThrowsAsync<GraphException>(() => Calendars.GetAsync(Mailbox, made.Id, Ct))).IsNotFound);
        Assert.True((await Assert.ThrowsAsync<GraphException>(() => Calendars.CancelAsync(Mailbox, made.Id, "Again", Ct))).IsNotFound);
    }

    [Fact]
    public async Task Without_mailbox_or_permission_it_is_refused()
    {
        var nobody = await Assert.ThrowsAsync<GraphException>(() => Calendars.CreateAsync(SandboxPeople.Partner, Meeting("one"), Ct));
        _graph.Sandbox.WithdrawPermission("Calendars.ReadWrite");
        var closed = await Assert.ThrowsAsync<GraphException>(() => Calendars.CreateAsync(Mailbox, Meeting("one"), Ct));

        Assert.Equal((404, 403), (nobody.Status, closed.Status));
    }

    [Fact]
    public async Task A_person_has_an_address() => Assert.Equal("alexw@contoso.example", (await Calendars.GetPersonAsync(Mailbox, Ct)).Mail);

    private static NewCalendarEvent Meeting(string transaction) => new(
        "Checkpoint", transaction, EventTime.Of(new DateTime(2026, 3, 10, 9, 0, 0), "Europe/Amsterdam"), EventTime.Of(new DateTime(2026, 3, 10, 9, 30, 0), "Europe/Amsterdam"),
        new EventBody("Agenda"), [new EventAttendee(new EmailAddress("meganb@contoso.example", "Megan Bowen"))]);
}
