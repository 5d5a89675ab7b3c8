using FastTrackBot.FastTrack;
using FastTrackBot.Tests.Cards;

namespace FastTrackBot.Tests.FastTrack.Access;

public sealed class RightsTableTests
{
    [Fact]
    public void Every_right_has_holders_and_the_README_shows_the_same_table()
    {
        var readme = File.ReadAllLines(Path.Combine(RepositoryFiles.Root, "README.md"));
        var head = Array.FindIndex(readme, line => line.StartsWith("| Right |", StringComparison.Ordinal));
        Assert.True(head >= 0, "The README has no table of rights.");
        var rows = readme.Skip(head + 2).TakeWhile(line => line.StartsWith('|')).ToList();

        Assert.Equal(Enum.GetValues<Right>().Select(Row), rows.Select(row => string.Join('|', row.Split('|').Where((_, at) => at != 2).Select(cell => cell.Trim()))));
    }

    private static string Row(Right right) =>
        $"|`{right}`|{string.Join('|', new[] { Role.Admin, Role.ProjectTeam, Role.Specialist, Role.Partner }.Select(role => RightsTable.Of(right).Contains(role) ? "●" : ""))}|";
}
