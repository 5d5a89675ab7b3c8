using FastTrackBot.FastTrack;

namespace FastTrackBot.Tests.FastTrack;

public sealed class WorkloadTests
{
    [Theory]
    [InlineData("skypeForBusiness")]
    [InlineData("staffHub")]
    public void A_retired_service_is_known_but_not_offered(string id)
    {
        Assert.True(Workloads.Find(id)!.Retired);
        Assert.NotNull(Workloads.Find(id)!.Note);
        Assert.DoesNotContain(Workloads.Offered, workload => workload.Id == id);
    }

    [Fact]
    public void The_training_text_names_ten_services() =>
        Assert.Equal(10, Workloads.All.Count(workload => workload.Source.Id == "training-requirements"));

    [Fact]
    public void A_note_has_a_dated_source() =>
        Assert.All(Workloads.All.Where(workload => workload.Note is not null), workload => Assert.NotNull(workload.NoteSource!.Date));

    [Fact]
    public void Yammer_goes_by_its_present_name() => Assert.Equal("Viva Engage", Workloads.Find("VIVAENGAGE")!.Name);

    [Fact]
    public void An_unknown_service_is_not_found() => Assert.Null(Workloads.Find("minesweeper"));
}
