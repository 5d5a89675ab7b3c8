using FastTrackBot.FastTrack.Assistance;

namespace FastTrackBot.Tests.FastTrack.Assistance;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+372 5123 4567", "+372 5123 4567")]
    [InlineData("(425) 555-0100", "(425) 555-0100")]
    [InlineData("+1.425.555.0100 ext. 42", "+1.425.555.0100 ext. 42")]
    [InlineData("0049  30   123456 x7", "0049 30 123456 x7")]
    [InlineData("＋８６ １０ ５５５５ ０１００", "+86 10 5555 0100")]
    [InlineData("010-55550100 转 8", "010-55550100 转 8")]
    public void A_number_is_understood(string text, string expected) => Assert.Equal(expected, PhoneNumber.Parse(text).Value);

    [Theory]
    [InlineData("12345")]
    [InlineData("1234567890123456")]
    [InlineData("call me")]
    [InlineData("+-() ./")]
    [InlineData("555-CALL")]
    [InlineData("++372 5123 4567")]
    [InlineData("5123 4567; drop")]
    public void Anything_else_is_a_problem(string text) => Assert.Equal(Problem.Phone, PhoneNumber.Parse(text).Problem);
}
