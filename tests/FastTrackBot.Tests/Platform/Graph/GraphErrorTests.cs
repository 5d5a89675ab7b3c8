using FastTrackBot.Platform.Graph;

namespace FastTrackBot.Tests.Platform.Graph;

public sealed class GraphErrorTests
{
    [Fact]
    public void Names_are_read_in_any_case() => Assert.Equal(
        new GraphError("itemNotFound", "r", "c"),
        GraphError.Parse("""{"Error":{"Code":"itemNotFound","InnerError":{"Request-Id":"r","Client-Request-Id":"c"}}}"""));

    [Fact]
    public void An_empty_code_is_looked_for_further_in() => Assert.Equal(
        new GraphError("resourceModified", "r", null),
        GraphError.Parse("""{"error":{"code":"","innererror":{"request-id":"r","innererror":{"code":"resourceModified"}}}}"""));

    [Theory]
    [InlineData("""{"error":{"code":"","message":"m"}}""")]
    [InlineData("""{"error":"invalid_client"}""")]
    [InlineData("""{"error":{"code":17}}""")]
    [InlineData("""{"error":""")]
    [InlineData("<html>Bad Gateway</html>")]
    [InlineData("")]
    public void A_body_that_says_nothing_is_tolerated(string body) => Assert.Equal(new GraphError(null, null, null), GraphError.Parse(body));
}
