using System.Globalization;
using FastTrackBot.FastTrack.Assistance;

namespace FastTrackBot.Tests.FastTrack.Assistance;

public sealed class ConfirmationTests
{
    [Theory]
    [InlineData("2027-01-15", null)]
    [InlineData("2026-01-15", null)]
    [InlineData("2027-01-16", Problem.FiledInFuture)]
    [InlineData("2026-01-14", Problem.FiledTooLongAgo)]
    [InlineData("yesterday", Problem.Date)]
    public void A_request_was_filed_within_the_last_year(string text, Problem? problem) =>
        Assert.Equal(problem, Confirmation.ParseFiledOn(text, new(2027, 1, 15), CultureInfo.InvariantCulture).Problem);

    [Theory]
    [InlineData("FT-2027-00123")]
    [InlineData("#4711")]
    [InlineData("2027/12 A.1")]
    public void A_reference_has_letters_and_digits(string text) => Assert.Equal(text, Confirmation.ParseReference(text).Value);

    [Theory]
    [InlineData("---")]
    [InlineData("<script>")]
    [InlineData("a@b")]
    public void Anything_else_is_no_reference(string text) => Assert.Equal(Problem.Reference, Confirmation.ParseReference(text).Problem);
}
