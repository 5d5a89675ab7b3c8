using FastTrackBot.FastTrack;

namespace FastTrackBot.Tests.FastTrack;

public sealed class AdoptionTasksTests
{
    private static readonly DateOnly Begin = new(2026, 3, 2);

    [Fact]
    public void Each_offered_service_has_something_in_each_of_the_four_lists() => Assert.All(Workloads.Offered, workload =>
    {
        var own = AdoptionTasks.For([workload.Id], Begin).Where(item => AdoptionTasks.WorkloadOf(item.Id) == workload.Id);

        Assert.Equal(Enum.GetValues<AdoptionTopic>(), own.Select(item => AdoptionTasks.Find(item.Id)!.Topic).Distinct().Order());
    });

    [Fact]
    public void The_whole_organisation_has_all_four_lists_once_and_tasks_in_each_stage()
    {
        var once = AdoptionTasks.For(["teams", "exchangeOnline", "teams"], Begin).Where(item => AdoptionTasks.WorkloadOf(item.Id) is null).ToList();

        Assert.Equal(once.Count, once.DistinctBy(item => item.Id).Count());
        Assert.Equal(Enum.GetValues<AdoptionTopic>(), once.Select(item => AdoptionTasks.Find(item.Id)!.Topic).Distinct().Order());
        Assert.Equal(Enum.GetValues<AdoptionStage>(), once.Select(item => AdoptionTasks.Find(item.Id)!.Stage).Distinct().Order());
        Assert.Equal(Begin.AddDays(7), once.Min(item => item.Due));
    }

    [Fact]
    public void A_later_stage_is_due_later() => Assert.All(AdoptionTasks.All, task =>
        Assert.All(AdoptionTasks.All.Where(other => other.Stage > task.Stage), other => Assert.True(other.DueAfterDays >= task.DueAfterDays, $"{other.Id} before {task.Id}")));

    [Theory]
    [InlineData("nonsense")]
    [InlineData("helper-minesweeper")]
    [InlineData("sponsor-x")]
    public void What_is_no_task_is_not_found(string id) => Assert.Null(AdoptionTasks.Find(id));

    [Fact]
    public void A_task_of_a_service_is_called_by_the_service()
    {
        Assert.Equal("Microsoft Teams: name somebody who helps others", Names.OfTask("helper-teams"));
        Assert.Equal("Win a sponsor among the leaders", Names.OfTask("sponsor"));
        Assert.All(AdoptionTasks.All, task => Assert.Same(Sources.Find(task.Source.Id), task.Source));
    }
}
