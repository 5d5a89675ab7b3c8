using FastTrackBot.FastTrack;

namespace FastTrackBot.Tests.FastTrack;

public sealed class ChecklistsTests
{
    [Fact]
    public void An_engagement_begins_with_twelve_open_items()
    {
        var items = Checklists.For(Phase.Validation, new DateOnly(2027, 2, 27));

        Assert.Equal(12, items.Count);
        Assert.All(items, item => Assert.False(item.IsDone));
        Assert.Equal(items.Count, items.Select(item => item.Id).Distinct().Count());
        Assert.Equal(new DateOnly(2027, 3, 2), items[0].Due);
        Assert.Equal(items.Select(item => item.Due).Order(), items.Select(item => item.Due));
    }

    [Fact]
    public void A_phase_without_a_checklist_has_no_items() => Assert.Empty(Checklists.For(Phase.Presales, new DateOnly(2027, 1, 1)));

    [Fact]
    public void Each_item_has_a_text_in_both_languages_and_each_list_a_source()
    {
        var texts = FastTrackBot.FastTrack.Lifecycle.Text.ResourceManager;
        var (english, chinese) = (ResourceSweep.Read(texts, ResourceSweep.English), ResourceSweep.Read(texts, ResourceSweep.Chinese));

        Assert.NotEmpty(Checklists.All);
        Assert.All(Checklists.All, checklist =>
        {
            Assert.NotEmpty(checklist.Source.Title);
            Assert.All(checklist.Items, item =>
            {
                Assert.NotEmpty(english[$"Item_{item.Id}"]);
                Assert.NotEmpty(chinese[$"Item_{item.Id}"]);
                Assert.InRange(item.DueAfterDays, 1, 60);
            });
        });
    }

    [Fact]
    public void Each_phase_has_a_name_in_both_languages()
    {
        var texts = FastTrackBot.FastTrack.Lifecycle.Text.ResourceManager;

        Assert.All(Enum.GetNames<Phase>(), phase => Assert.NotEqual(
            ResourceSweep.Read(texts, ResourceSweep.English)[$"Phase_{phase}"], ResourceSweep.Read(texts, ResourceSweep.Chinese)[$"Phase_{phase}"]));
    }

    [Fact]
    public void No_text_belongs_to_an_item_that_is_gone()
    {
        var known = Checklists.All.SelectMany(checklist => checklist.Items).Select(item => $"Item_{item.Id}");

        Assert.Empty(ResourceSweep.Read(FastTrackBot.FastTrack.Lifecycle.Text.ResourceManager, ResourceSweep.English).Keys
            .Where(key => key.StartsWith("Item_", StringComparison.Ordinal)).Except(known));
    }
}
