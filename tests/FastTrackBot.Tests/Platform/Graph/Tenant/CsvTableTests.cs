using FastTrackBot.Platform.Graph.Tenant;

namespace FastTrackBot.Tests.Platform.Graph.Tenant;

public sealed class CsvTableTests
{
    [Fact]
    public void Columns_are_found_by_name_wherever_they_stand()
    {
        var table = CsvTable.Parse("\uFEFFReport Refresh Date,Storage Used (Byte)\r\n2026-02-27,12\r\n2026-02-26,\r\n");

        Assert.Equal(["12", ""], table.Rows.Select(row => table[row, "storage used (byte)"]));
        Assert.Equal("2026-02-27", table[table.Rows[0], "Report Refresh Date"]);
        Assert.Equal("", table[table.Rows[0], "Not There"]);
        Assert.False(table.Has("Not There"));
    }

    [Theory]
    [InlineData("a\n\"x, y\"\n", "x, y")]
    [InlineData("a\n\"say \"\"hi\"\"\"\n", "say \"hi\"")]
    [InlineData("a\n\"two\nlines\"\n", "two\nlines")]
    [InlineData("a\n\"\"", "")]
    [InlineData("a\nplain", "plain")]
    public void Quotes_are_understood(string csv, string expected)
    {
        var table = CsvTable.Parse(csv);

        Assert.Equal(expected.Length == 0 ? 0 : 1, table.Rows.Count);
        if (expected.Length > 0) Assert.Equal(expected, table[table.Rows[0], "a"]);
    }

    [Fact]
    public void A_short_row_and_a_column_that_comes_twice_do_no_harm()
    {
        var table = CsvTable.Parse("a,b,a\n1\n1,2,3\n");

        Assert.Equal("", table[table.Rows[0], "b"]);
        Assert.Equal("1", table[table.Rows[1], "a"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\r\n")]
    public void Nothing_is_no_report(string csv) => Assert.Throws<FormatException>(() => CsvTable.Parse(csv));
}
