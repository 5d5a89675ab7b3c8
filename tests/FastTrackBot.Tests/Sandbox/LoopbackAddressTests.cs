using FastTrackBot.Sandbox;

namespace FastTrackBot.Tests.Sandbox;

public sealed class LoopbackAddressTests
{
    [Theory]
    [InlineData("http://localhost:3978", "http://127.0.0.1:3978/")]
    [InlineData("http://*:80", "http://127.0.0.1/")]
    [InlineData("http://+:8080/", "http://127.0.0.1:8080/")]
    [InlineData("http://0.0.0.0:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://[::]:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080/")]
    public void A_listening_address_can_be_called_from_this_machine(string listening, string called) =>
        Assert.Equal(called, LoopbackAddress.Of(["https://localhost:7001", listening])!.AbsoluteUri);

    [Theory]
    [InlineData("https://localhost:7001")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("")]
    public void Where_there_is_none_none_is_made_up(string listening) => Assert.Null(LoopbackAddress.Of([listening]));
}
