using System.Globalization;
using FastTrackBot.FastTrack;

namespace FastTrackBot.Tests.FastTrack;

public sealed class NamesTests
{
    private static IEnumerable<string> Expected =>
        Enum.GetNames<Phase>().Select(phase => $"Phase_{phase}")
            .Concat(Enum.GetNames<SourceSystem>().Select(source => $"SourceSystem_{source}"))
            .Concat(Workloads.All.Select(workload => $"Workload_{workload.Id}"))
            .Concat(Checklists.All.Select(entry => $"Item_{entry.Id}"))
            .Concat(Enum.GetNames<AdoptionStage>().Select(stage => $"Stage_{stage}"))
            .Concat(AdoptionTasks.All.Select(task => $"Task_{task.Id}"))
            .Concat(Phases.Motions.Select(motion => $"Motion_{motion.Id}"))
            .Concat(Phases.Variants.Ids.Select(id => $"Variant_{id}"))
            .Concat(Phases.Approaches.Ids.Select(id => $"Approach_{id}"));

    /// <summary>Neither a code without a name nor the name of something that is gone.</summary>
    [Fact]
    public void The_shared_names_are_those_of_the_codes_and_data_in_both_languages()
    {
        Assert.Equal(Expected.Order(), ResourceSweep.Read(Text.ResourceManager, ResourceSweep.English).Keys.Order());
        Assert.Equal(Expected.Order(), ResourceSweep.Read(Text.ResourceManager, ResourceSweep.Chinese).Keys.Order());
    }

    /// <summary>A product may keep its English name; a phase or a task may not.</summary>
    [Fact]
    public void Phases_and_tasks_are_called_by_Chinese_words_in_Chinese() => Assert.All(
        ResourceSweep.Read(Text.ResourceManager, ResourceSweep.Chinese).Where(text => text.Key.Split('_')[0] is "Phase" or "Item" or "Stage" or "Task"),
        text => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", text.Value));

    [Fact]
    public void No_two_things_of_a_kind_have_the_same_name() => Assert.All([ResourceSweep.English, ResourceSweep.Chinese], language =>
        Assert.Empty(ResourceSweep.Read(Text.ResourceManager, language)
            .GroupBy(text => (text.Key.Split('_')[0], text.Value)).Where(same => same.Count() > 1).Select(same => same.Key.Value)));

    [Theory]
    [InlineData("en-US", "Remediate", "Google Drive", "Microsoft 365 Apps for enterprise", "Name a project manager")]
    [InlineData("zh-CN", "修正", "Google 云端硬盘", "Microsoft 365 企业应用版", "指定项目经理")]
    public void A_name_is_in_the_language_of_the_turn(string language, string phase, string source, string workload, string item)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            Assert.Equal(phase, Names.Of(Phase.Remediate));
            Assert.Equal(source, Names.Of(SourceSystem.GoogleDrive));
            Assert.Equal(workload, Names.OfWorkload("microsoft365Apps"));
            Assert.Equal(workload, Names.Of(Workloads.Find("MICROSOFT365APPS")!));
            Assert.Equal(item, Names.OfItem("projectManager"));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void An_id_without_a_name_is_a_fault_that_says_which() =>
        Assert.Contains("Item_nonsense", Assert.Throws<InvalidOperationException>(() => Names.OfItem("nonsense")).Message, StringComparison.Ordinal);
}
