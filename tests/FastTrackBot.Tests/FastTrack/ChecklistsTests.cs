using System.Text.RegularExpressions;
using FastTrackBot.FastTrack;

namespace FastTrackBot.Tests.FastTrack;

public sealed partial class ChecklistsTests
{
    private const int LongestTitle = 70;
    private static readonly DateOnly Begin = new(2027, 2, 27);
    private static readonly string[] Movable = ["exchangeOnline", "sharePointOnline", "oneDrive", "teams"];

    [Fact]
    public void An_engagement_begins_with_twelve_open_items()
    {
        var items = Checklists.For(Phase.Validation, ["exchangeOnline"], Begin);

        Assert.Equal(12, items.Count);
        Assert.All(items, item => Assert.False(item.IsDone));
        Assert.Equal(new DateOnly(2027, 3, 2), items[0].Due);
        Assert.Equal(items.Select(item => item.Due).Order(), items.Select(item => item.Due));
    }

    [Theory]
    [InlineData(Phase.Presales, 5, 5)]
    [InlineData(Phase.Validation, 12, 12)]
    [InlineData(Phase.Engagement, 5, 5)]
    [InlineData(Phase.Assignment, 5, 5)]
    [InlineData(Phase.Initiate, 8, 10)]
    [InlineData(Phase.Assess, 8, 10)]
    [InlineData(Phase.Remediate, 5, 5)]
    [InlineData(Phase.Enable, 8, 10)]
    [InlineData(Phase.Migrate, 6, 8)]
    public void A_phase_asks_for_no_more_than_a_team_can_oversee(Phase phase, int least, int most)
    {
        var core = Checklists.For(phase, [], Begin);

        Assert.InRange(core.Count, least, most);
        Assert.Contains(core, item => Checklists.Find(item.Id)!.Required);
    }

    /// <summary>The training text names ten services; two of them are retired.</summary>
    [Fact]
    public void Each_service_of_the_training_text_has_its_tasks_unless_it_is_retired() => Assert.All(
        Workloads.All.Where(workload => workload.Source.Id == "training-requirements"),
        workload =>
        {
            Assert.InRange(Count(Phase.Assess, workload), workload.Retired ? 0 : 1, workload.Retired ? 0 : 3);
            Assert.InRange(Count(Phase.Enable, workload), workload.Retired ? 0 : 3, workload.Retired ? 0 : 6);
            Assert.InRange(Count(Phase.Migrate, workload), Movable.Contains(workload.Id) ? 3 : 0, Movable.Contains(workload.Id) ? 6 : 0);
        });

    [Fact]
    public void A_task_belongs_to_an_offered_service_and_says_so_or_to_none() => Assert.All(Checklists.All, entry =>
    {
        Assert.Matches(CamelCase(), entry.Id);
        Assert.InRange(entry.DueAfterDays, 1, 60);
        Assert.Equal(entry.Workload, Workloads.All.Select(workload => workload.Id).Where(id => entry.Id.StartsWith(id, StringComparison.Ordinal)).MaxBy(id => id.Length));
        Assert.True(entry.Workload is null || Workloads.Offered.Any(workload => workload.Id == entry.Workload));
        Assert.Same(Sources.Find(entry.Source.Id), entry.Source);
    });

    [Fact]
    public void Core_comes_first_then_one_service_after_the_other_each_in_the_order_of_its_days()
    {
        var entries = Checklists.For(Phase.Enable, ["teams", "exchangeOnline", "teams", "minesweeper"], Begin).Select(item => Checklists.Find(item.Id)!).ToList();

        Assert.Equal([null, "teams", "exchangeOnline"], entries.Select(entry => entry.Workload).Distinct());
        Assert.Equal(entries.Count, entries.Distinct().Count());
        Assert.All(entries.GroupBy(entry => entry.Workload), group => Assert.Equal(group.OrderBy(entry => entry.DueAfterDays), group));
    }

    [Fact]
    public void Adoption_runs_beside_onboarding_from_the_kickoff_on() => Assert.All(
        [Phase.Initiate, Phase.Assess, Phase.Remediate, Phase.Enable],
        phase => Assert.Contains(Checklists.For(phase, [], Begin), item => item.Id.StartsWith("adoption", StringComparison.Ordinal)));

    [Fact]
    public void A_title_fits_on_a_phone() => Assert.All(
        ResourceSweep.Read(Text.ResourceManager, ResourceSweep.English).Where(text => text.Key.StartsWith("Item_", StringComparison.Ordinal)),
        text => Assert.InRange(text.Value.Length, 1, LongestTitle));

    [Fact]
    public void An_unknown_task_is_not_found() => Assert.Null(Checklists.Find("nonsense"));

    private static int Count(Phase phase, Workload workload) => Checklists.All.Count(entry => entry.Phase == phase && entry.Workload == workload.Id);

    [GeneratedRegex("^[a-z][A-Za-z0-9]*$")]
    private static partial Regex CamelCase();
}
