using System.Net;
using System.Text;
using FastTrackBot.Platform.Model;
using FastTrackBot.Tests.Platform.BotFramework.Connector;
using OpenAI.Chat;

namespace FastTrackBot.Tests.Platform.Model;

public sealed class ModelClientTests
{
    private const string Reply =
        """
        data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"Yes."},"finish_reason":"stop"}]}

        data: [DONE]


        """;

    private static readonly FakeClock Clock = new();

    [Fact]
    public async Task The_bots_identity_shows_a_token_for_Azures_models()
    {
        using var line = new Line();
        using var http = new HttpClient(line);
        var credential = new FakeCredential(Clock);
        var client = new ModelClient(new ModelAddress(new Uri("https://contoso.openai.azure.com/"), "small", ApiKey: null), credential, http, Clock);

        Assert.Equal("Yes.", (await AskAsync(client)).Text);
        Assert.Equal(["Bearer token-1 https://contoso.openai.azure.com/openai/v1/chat/completions"], line.Calls);
        Assert.Equal(["https://cognitiveservices.azure.com/.default"], credential.Scopes);
        Assert.Equal((Clock.GetUtcNow(), false), (client.State.LastAnswer!.Value, client.State.IsFailing));
    }

    [Fact]
    public async Task Over_a_line_that_others_can_read_no_token_goes()
    {
        using var line = new Line();
        using var http = new HttpClient(line);
        var client = new ModelClient(new ModelAddress(new Uri("http://127.0.0.1:9"), "small", ApiKey: null), new FakeCredential(Clock), http, Clock);

        await Assert.ThrowsAsync<ModelException>(() => AskAsync(client));
        Assert.Empty(line.Calls);
        Assert.True(client.State.IsFailing);
    }

    [Fact]
    public async Task Whoever_has_no_time_left_gets_no_answer()
    {
        using var line = new Line();
        using var http = new HttpClient(line);
        using var over = new CancellationTokenSource();
        await over.CancelAsync();
        var client = new ModelClient(new ModelAddress(new Uri("https://contoso.openai.azure.com"), "small", "key"), new FakeCredential(Clock), http, Clock);

        var failure = await Assert.ThrowsAsync<ModelException>(() => AskAsync(client, over.Token));
        Assert.Equal(ModelFailure.TimedOut, failure.Failure);
    }

    private static async Task<ModelReply> AskAsync(ModelClient client, CancellationToken? cancellationToken = null) =>
        await client.AskAsync([new UserChatMessage("Is it so?")], new ChatCompletionOptions(), cancellationToken ?? TestContext.Current.CancellationToken).LastAsync(TestContext.Current.CancellationToken);

    private sealed class Line : HttpMessageHandler
    {
        public List<string> Calls { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Calls.Add($"{request.Headers.Authorization} {request.RequestUri}");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Reply, Encoding.UTF8, "text/event-stream") });
        }
    }
}
