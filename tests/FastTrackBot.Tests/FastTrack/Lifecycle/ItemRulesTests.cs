using System.Text.Json;
using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Lifecycle;

namespace FastTrackBot.Tests.FastTrack.Lifecycle;

public sealed class ItemRulesTests
{
    private static readonly Person Ana = new("1", "Ana");
    private static readonly Person Ben = new("2", "Ben");
    private static readonly DateOnly Day = new(2027, 3, 1);
    private static readonly DateTimeOffset Now = new(2027, 2, 3, 9, 0, 0, TimeSpan.Zero);

    private static readonly Engagement Engagement = new(
        "e", "Contoso", "contoso.com", Phase.Validation, [], Ana, "r", "FT-1", DateTimeOffset.UnixEpoch,
        [new("a", Day) { Blocked = "The board meets in March" }, new("b", Day, Ben)]);

    private static ChecklistItem Open => Engagement.Checklist[0];

    [Fact]
    public void What_is_set_aside_is_done_and_not_blocked_and_the_history_has_the_reason()
    {
        var change = ItemRules.SetAside(Engagement, Open, Ben, Now, "No servers of our own");

        var item = change.Engagement.Checklist[0];
        Assert.Equal((true, null, new Mark(Ben, Now, "No servers of our own"), null), (item.IsDone, item.Blocked, item.NotNeeded, item.DoneBy));
        Assert.Equal(new EngagementEvent(EventKind.ItemNotNeeded, Ben, Now, "a", Why: "No servers of our own"), Assert.Single(change.Events));
    }

    [Fact]
    public void What_is_done_cannot_be_set_aside_and_only_what_was_set_aside_can_be_taken_back()
    {
        Assert.Empty(ItemRules.SetAside(Engagement, Engagement.Checklist[1], Ana, Now, "Why not").Events);
        Assert.Empty(ItemRules.TakeBack(Engagement, Engagement.Checklist[1], Ana, Now).Events);
        var aside = ItemRules.SetAside(Engagement, Open, Ben, Now, "No servers of our own").Engagement;

        var back = ItemRules.TakeBack(aside, aside.Checklist[0], Ana, Now);

        Assert.False(back.Engagement.Checklist[0].IsDone);
        Assert.Equal(EventKind.ItemReopened, Assert.Single(back.Events).Kind);
    }

    [Fact]
    public void Whoever_unticks_it_in_the_list_takes_it_back_too()
    {
        var aside = ItemRules.SetAside(Engagement, Open, Ben, Now, "No servers of our own").Engagement;

        var change = ChecklistRules.Tick(aside, new HashSet<string> { "a", "b" }, new Dictionary<string, bool> { ["a"] = false, ["b"] = true }, Ana, Now);

        Assert.False(change.Engagement.Checklist[0].IsDone);
        Assert.Null(change.Engagement.Checklist[0].NotNeeded);
    }

    [Fact]
    public void Engagements_from_before_items_could_be_set_aside_can_still_be_read()
    {
        const string Stored = """
            {"id":"e","organisation":"Contoso","domain":"contoso.com","phase":"Validation","workloads":[],"owner":{"objectId":"1","name":"Ana"},"requestId":"r",
             "reference":"FT-1","startedAt":"2027-02-03T09:00:00+00:00","checklist":[{"id":"a","due":"2027-03-01","phase":"Validation"}]}
            """;

        var item = Assert.Single(JsonSerializer.Deserialize(Stored, EngagementJson.Default.Engagement)!.Checklist);

        Assert.False(item.IsDone);
        var kept = JsonSerializer.Serialize(Engagement with { Checklist = [item.SetAside(new Mark(Ana, Now, "Known"))] }, EngagementJson.Default.Engagement);
        Assert.Equal("Known", JsonSerializer.Deserialize(kept, EngagementJson.Default.Engagement)!.Checklist[0].NotNeeded!.Why);
    }
}
