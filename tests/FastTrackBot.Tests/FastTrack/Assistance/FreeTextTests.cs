using FastTrackBot.FastTrack.Assistance;

namespace FastTrackBot.Tests.FastTrack.Assistance;

public sealed class FreeTextTests
{
    [Fact]
    public void Notes_keep_their_lines_and_lose_invisible_marks() =>
        Assert.Equal("one\ntwo three", FreeText.Notes(" one\r\n\u202Etwo\tthree \n").Value);

    [Fact]
    public void Too_much_is_told_apart_from_nothing()
    {
        Assert.Equal(Problem.TooLong, FreeText.Name(new string('a', FreeText.MaxName + 1)).Problem);
        Assert.Equal(Problem.TooLong, FreeText.Notes(new string('a', FreeText.MaxNotes + 1)).Problem);
        Assert.True(FreeText.Name(new string('a', FreeText.MaxName)).Ok);
        Assert.True(FreeText.Notes(new string('a', FreeText.MaxNotes)).Ok);
    }

    [Theory]
    [InlineData("Ana Lõhmus")]
    [InlineData("陈伟")]
    [InlineData("O'Neil & Sons, Ltd.")]
    public void A_name_stays_as_it_is(string name) => Assert.Equal(name, FreeText.Name(name).Value);
}
