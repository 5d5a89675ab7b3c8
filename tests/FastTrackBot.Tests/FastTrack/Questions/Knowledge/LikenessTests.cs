using FastTrackBot.FastTrack.Questions.Knowledge;

namespace FastTrackBot.Tests.FastTrack.Questions.Knowledge;

public sealed class LikenessTests
{
    [Fact]
    public void The_same_words_in_the_same_order_are_most_alike()
    {
        var heading = Likeness.Shape("How many licences do we need?");

        Assert.Equal(1.0, Likeness.Between(heading, Likeness.Shape("how many licence do we need")), 6);
        Assert.True(Of("how many licences") > Of("licences many how"));
        Assert.True(Of("licences many how") > 0);
        Assert.Equal(0.0, Of("where is my pizza"), 6);
        Assert.Equal(0.0, Of(""), 6);

        double Of(string question) => Likeness.Between(Likeness.Shape(question), heading);
    }
}
