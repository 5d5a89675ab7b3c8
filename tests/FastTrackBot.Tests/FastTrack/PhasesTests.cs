using FastTrackBot.FastTrack;

namespace FastTrackBot.Tests.FastTrack;

public sealed class PhasesTests
{
    [Fact]
    public void Each_phase_has_its_guide_in_the_order_of_the_phases()
    {
        Assert.Equal(Enum.GetValues<Phase>(), Phases.All.Select(guide => guide.Phase));
        Assert.All(Phases.All, guide => Assert.Same(guide, Phases.Of(guide.Phase)));
        Assert.All(Phases.All, guide => Assert.All([guide.Entry, guide.Exit, guide.Microsoft, guide.Customer], list => Assert.NotEmpty(list.Ids)));
    }

    /// <summary>Where the four steps of the training text lie among the nine phases.</summary>
    [Fact]
    public void The_phases_up_to_Initiate_are_the_first_step_and_migrating_belongs_to_the_last()
    {
        Assert.Equal([1, 1, 1, 1, 1, 2, 3, 4, 4], Phases.All.Select(guide => guide.Step));
        Assert.Equal(["1", "2", "3", "4"], Phases.Steps.Ids);
        Assert.Equal("training-process", Phases.Steps.Source.Id);
    }

    [Theory]
    [InlineData(Phase.Presales)]
    [InlineData(Phase.Validation)]
    [InlineData(Phase.Engagement)]
    [InlineData(Phase.Assignment, "leadNamed")]
    [InlineData(Phase.Initiate, "teamNamed")]
    [InlineData(Phase.Assess, "assessed", "remediationPlanned")]
    [InlineData(Phase.Remediate, "remediationVerified")]
    [InlineData(Phase.Enable, "completionMilestone")]
    [InlineData(Phase.Migrate)]
    public void A_phase_ends_with_its_required_tasks_and_conditions_of_its_own(Phase phase, params string[] more) =>
        Assert.Equal(["requiredItemsDone", .. more], Phases.Of(phase).Exit.Ids);

    /// <summary>Only where a document says so may it stand for a duty of Microsoft or of the customer.</summary>
    [Fact]
    public void The_duties_from_Initiate_to_Migrate_come_from_published_documents() => Assert.All(
        Phases.All.Where(guide => guide.Phase >= Phase.Initiate),
        guide => Assert.All([guide.Microsoft, guide.Customer], list => Assert.NotEqual("own-default", list.Source.Id)));

    [Theory]
    [InlineData("request", "Validation Assignment Initiate Assess Remediate Enable Migrate")]
    [InlineData("targeting", "Presales Engagement Assignment Initiate Assess Remediate Enable Migrate")]
    [InlineData("customerHealth", "Presales Assignment Initiate Assess Remediate Enable Migrate")]
    public void A_motion_has_its_path_and_migrating_is_up_to_the_customer(string id, string path)
    {
        var motion = Phases.FindMotion(id)!;

        Assert.Equal(path, string.Join(' ', motion.PathFor(migrates: true)));
        Assert.Equal(path.Replace(" Migrate", "", StringComparison.Ordinal), string.Join(' ', motion.PathFor(migrates: false)));
        Assert.Equal(motion.Path.Order(), motion.Path);
    }

    [Fact]
    public void Three_motions_are_known_and_no_others()
    {
        Assert.Equal([Motions.Request, Motions.Targeting, Motions.CustomerHealth], Phases.Motions.Select(motion => motion.Id));
        Assert.Null(Phases.FindMotion("commotion"));
    }

    [Fact]
    public void No_id_stands_twice_in_a_list_of_tags()
    {
        Assert.Equal(Phases.Approaches.Ids.Count, Phases.Approaches.Ids.Distinct().Count());
        Assert.Equal(Phases.Variants.Ids.Count, Phases.Variants.Ids.Distinct().Count());
    }
}
