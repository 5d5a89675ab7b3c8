using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Lifecycle;

namespace FastTrackBot.Tests.FastTrack.Lifecycle;

public sealed class ChecklistRulesTests
{
    private static readonly Person Ana = new("1", "Ana");
    private static readonly Person Ben = new("2", "Ben");
    private static readonly DateOnly Day = new(2027, 3, 1);
    private static readonly DateTimeOffset Now = new(2027, 2, 3, 9, 0, 0, TimeSpan.Zero);

    private static readonly Engagement Engagement = new(
        "e", "Contoso", "contoso.com", Phase.Validation, [], Ana, "r", "FT-1", DateTimeOffset.UnixEpoch,
        [new("a", Day), new("b", Day, Ben), new("c", Day)]);

    /// <summary>Shown as done; sent, as done or with a minus as open; and what is done afterwards with by whom.</summary>
    public static TheoryData<string, string, string> Presses => new()
    {
        { "b", "-a,b,-c", "b:Ben" },
        { "b", "a,b,-c", "a:Ana b:Ben" },
        { "b", "-a,-b,-c", "" },
        { "b", "-a", "b:Ben" },
        { "", "a,-b,-c", "a:Ana b:Ben" },
        { "", "b", "b:Ben" },
        { "b,c", "b,-c", "b:Ben" },
        { "", "a,zz", "a:Ana b:Ben" },
        { "a,zz", "-a,zz", "b:Ben" },
    };

    [Theory]
    [MemberData(nameof(Presses))]
    public void Only_what_differs_from_what_the_card_had_shown_is_changed(string shown, string ticked, string done)
    {
        var changed = ChecklistRules.Tick(Engagement, Set(shown), Ticks(ticked), Ana, Now).Engagement;

        Assert.Equal(done, string.Join(' ', changed.Checklist.Where(item => item.IsDone).Select(item => $"{item.Id}:{item.DoneBy!.Name}")));
        Assert.Equal(["a", "b", "c"], changed.Checklist.Select(item => item.Id));
    }

    [Fact]
    public void The_same_press_twice_changes_nothing_the_second_time()
    {
        var once = ChecklistRules.Tick(Engagement, Set("b"), Ticks("a,-b"), Ana, Now).Engagement;

        var twice = ChecklistRules.Tick(once, Set("b"), Ticks("a,-b"), Ben, Now);

        Assert.Equal(once.Checklist, twice.Engagement.Checklist);
        Assert.Empty(twice.Events);
    }

    [Fact]
    public void Each_change_is_told_with_who_and_when()
    {
        var change = ChecklistRules.Tick(Engagement, Set("b"), Ticks("a,-b"), Ana, Now);

        Assert.Equal(
            [new EngagementEvent(EventKind.ItemDone, Ana, Now, "a"), new EngagementEvent(EventKind.ItemReopened, Ana, Now, "b")], change.Events);
        Assert.Equal(Now, change.Engagement.Checklist[0].DoneAt);
    }

    private static Dictionary<string, bool> Ticks(string ids) => Set(ids).ToDictionary(id => id.TrimStart('-'), id => id[0] != '-');

    private static HashSet<string> Set(string ids) => [.. ids.Split(',', StringSplitOptions.RemoveEmptyEntries)];
}
