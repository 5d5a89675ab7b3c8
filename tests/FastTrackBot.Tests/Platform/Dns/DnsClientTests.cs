using System.Net;
using FastTrackBot.Platform.Dns;
using FastTrackBot.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FastTrackBot.Tests.Platform.Dns;

public sealed class DnsClientTests
{
    [Theory]
    [InlineData(DnsType.Mx, "0 contoso.mail.protection.Outlook.com.", "contoso.mail.protection.outlook.com")]
    [InlineData(DnsType.Cname, "Autodiscover.outlook.com.", "autodiscover.outlook.com")]
    [InlineData(DnsType.Srv, "100 1 5061 sipfed.online.lync.com.", "sipfed.online.lync.com")]
    [InlineData(DnsType.Txt, "\"v=spf1 include:a \" \"-all\"", "v=spf1 include:a -all")]
    [InlineData(DnsType.Txt, "v=spf1 -all", "v=spf1 -all")]
    [InlineData(DnsType.Txt, "\"say \\\"hi\\\"\"", "say \"hi\"")]
    public void A_record_has_one_form(DnsType type, string data, string expected) => Assert.Equal(expected, DnsRecord.Parse(type, data)!.Target);

    [Theory]
    [InlineData(DnsType.Mx, "")]
    [InlineData(DnsType.Srv, "100 1 x host.")]
    [InlineData(DnsType.Cname, "two words")]
    public void What_is_no_record_of_its_type_is_none(DnsType type, string data) => Assert.Null(DnsRecord.Parse(type, data));

    [Fact]
    public async Task The_aliases_on_the_way_are_not_part_of_the_answer()
    {
        var answer = """{"Status":0,"Answer":[{"name":"a","type":5,"TTL":1,"data":"b.example."},{"name":"b","type":16,"TTL":1,"data":"\"text\""}]}""";

        Assert.Equal(["text"], (await AskAsync(answer)).Select(record => record.Target));
    }

    [Theory]
    [InlineData("""{"Status":3}""")]
    [InlineData("""{"Status":0}""")]
    [InlineData("""{"Status":0,"Answer":[]}""")]
    public async Task What_does_not_exist_is_an_answer(string answer) => Assert.Empty(await AskAsync(answer));

    [Theory]
    [InlineData("""{"Status":2}""", HttpStatusCode.OK)]
    [InlineData("""{"Status":5}""", HttpStatusCode.OK)]
    [InlineData("<html>", HttpStatusCode.OK)]
    [InlineData("null", HttpStatusCode.OK)]
    [InlineData("""{"error":"no"}""", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.Found)]
    public async Task What_is_no_answer_is_said_to_be_none(string body, HttpStatusCode status) =>
        await Assert.ThrowsAsync<DnsException>(() => AskAsync(body, status));

    [Fact]
    public async Task The_question_says_name_type_and_form()
    {
        Recorder recorder = new("""{"Status":0}""", HttpStatusCode.OK);
        await Client(recorder).FindAsync("_dmarc.contoso.example", DnsType.Txt, TestContext.Current.CancellationToken);

        Assert.Equal("https://resolver.example/dns-query?name=_dmarc.contoso.example&type=TXT", recorder.Asked!.RequestUri!.AbsoluteUri);
        Assert.Equal("application/dns-json", recorder.Asked.Headers.Accept.Single().MediaType);
    }

    [Fact]
    public async Task A_resolver_that_never_answers_is_given_up()
    {
        await using var tenant = await SandboxHost.StartAsync(ct: TestContext.Current.CancellationToken);
        tenant.Fault(new SandboxFault("/dns-query", Hang: true));
        FakeClock clock = new();
        using HttpClient http = new();
        var question = new DnsClient(http, Monitor(tenant.DnsResolver.ToString()), clock).FindAsync("contoso.example", DnsType.Mx, TestContext.Current.CancellationToken);

        await clock.UntilSomeoneWaitsAsync();
        clock.Advance(TimeSpan.FromSeconds(5));

        await Assert.ThrowsAsync<DnsException>(() => question);
    }

    [Fact]
    public async Task The_sandbox_answers_like_a_resolver()
    {
        await using var tenant = await SandboxHost.StartAsync(ct: TestContext.Current.CancellationToken);
        using HttpClient http = new();
        DnsClient dns = new(http, Monitor(tenant.DnsResolver.ToString()), TimeProvider.System);

        Assert.Equal(["MS=ms48151623", "v=spf1 include:spf.protection.outlook.com -all"],
            (await dns.FindAsync("contoso.example", DnsType.Txt, TestContext.Current.CancellationToken)).Select(record => record.Target));
        Assert.Empty(await dns.FindAsync("nowhere.example", DnsType.Mx, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("http://dns.example/dns-query", true)]
    [InlineData("https://dns.example/dns-query?x=1", true)]
    [InlineData("dns.example", true)]
    [InlineData("https://dns.google/resolve", false)]
    [InlineData("http://localhost:5000/dns-query", false)]
    public void A_resolver_that_cannot_be_used_stops_the_start(string resolver, bool isWrong) =>
        Assert.Equal(isWrong, new DnsOptions { Resolver = resolver }.Problem() is not null);

    private static Task<IReadOnlyList<DnsRecord>> AskAsync(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        Client(new Recorder(body, status)).FindAsync("contoso.example", DnsType.Txt, TestContext.Current.CancellationToken);

    private static DnsClient Client(Recorder recorder) => new(new HttpClient(recorder), Monitor("https://resolver.example/dns-query"), TimeProvider.System);

    private static Microsoft.Extensions.Options.IOptionsMonitor<DnsOptions> Monitor(string resolver) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Dns:Resolver", resolver)]).Build())
        .AddDns().BuildServiceProvider().GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<DnsOptions>>();

    private sealed class Recorder(string body, HttpStatusCode status) : HttpMessageHandler
    {
        public HttpRequestMessage? Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked = request;
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body) });
        }
    }
}
