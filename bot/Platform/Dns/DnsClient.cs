using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace FastTrackBot.Platform.Dns;

/// <summary>
/// Looks up what the DNS of the internet says, over HTTPS: outgoing HTTPS is all that the bot needs, and it sees what the world sees
/// and not what the company's own servers say (https://developers.cloudflare.com/1.1.1.1/encryption/dns-over-https/make-api-requests/dns-json/).
/// </summary>
public sealed class DnsClient(HttpClient http, IOptionsMonitor<DnsOptions> options, TimeProvider clock)
{
    public const string HttpClientName = "Dns";
    private const int NoError = 0;
    private const int NoSuchName = 3;

    /// <summary>The live records; none where the name does not exist, or has no record of the type.</summary>
    /// <exception cref="DnsException"/>
    public async Task<IReadOnlyList<DnsRecord>> FindAsync(string name, DnsType type, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(name, type, cancellationToken);
        if (answer.Status == NoSuchName) return [];
        if (answer.Status != NoError) throw new DnsException($"The resolver answered {answer.Status} to {type} {name}.");
        // The records that an alias leads over come along, and are of type CNAME.
        return [.. (answer.Answer ?? []).Where(record => record.Type == (int)type).Select(record => DnsRecord.Parse(type, record.Data ?? "")).OfType<DnsRecord>()];
    }

    private async Task<DnsAnswer> AskAsync(string name, DnsType type, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.CurrentValue.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var address = new Uri($"{options.CurrentValue.Resolver}?name={Uri.EscapeDataString(name)}&type={type.ToString().ToUpperInvariant()}");
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("application/dns-json");
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            if (!response.IsSuccessStatusCode) throw new DnsException($"The resolver refused {type} {name} with {(int)response.StatusCode}.");
            await using var body = await response.Content.ReadAsStreamAsync(either.Token);
            return await JsonSerializer.DeserializeAsync(body, DnsJson.Default.DnsAnswer, either.Token) ?? throw new JsonException("The answer is null.");
        }
        catch (Exception reason) when (reason is HttpRequestException or JsonException)
        {
            throw new DnsException($"The resolver gave no answer to {type} {name}: {reason.Message}", reason);
        }
        catch (OperationCanceledException reason) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new DnsException($"The resolver did not answer {type} {name} in time.", reason);
        }
    }
}

internal sealed record DnsAnswer(int Status, IReadOnlyList<DnsAnswerRecord>? Answer);

internal sealed record DnsAnswerRecord(int Type, string? Data);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DnsAnswer))]
internal sealed partial class DnsJson : JsonSerializerContext;
