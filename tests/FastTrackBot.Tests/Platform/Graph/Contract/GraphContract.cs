using System.Text.RegularExpressions;
using FastTrackBot.Sandbox;
using Microsoft.OpenApi;

namespace FastTrackBot.Tests.Platform.Graph.Contract;

/// <summary>Holds an exchange against Microsoft's description: path, method, query options, headers, both bodies.</summary>
internal sealed partial class GraphContract(GraphDescription description)
{
    /// <summary>Each with the schema of its answer, where the description has that, and the reason.</summary>
    private static readonly (Regex Path, string? Answer, string Reason)[] NotDescribed =
    [
        (SiteByAddress(), "microsoft.graph.site", "OData's description cannot say a path behind a colon; getByPath is the same by another name"),
        (Batch(), null, "the envelope is no resource; what is in it is checked one by one"),
        (NotCutOut(), null, "documented and in use, but not in the part that was cut out"),
    ];

    private readonly SchemaCheck _schemas = new(description);

    public IEnumerable<string> Check(SandboxExchange exchange) =>
        Breaches(exchange).Select(breach => $"{exchange.Method} {exchange.Path} ({exchange.Status}): {breach}");

    private IEnumerable<string> Breaches(SandboxExchange exchange)
    {
        if (NotDescribed.FirstOrDefault(exception => exception.Path.IsMatch(exchange.Path)) is { Path: not null } exception)
            return exception.Answer is { } schema && exchange is { Status: 200, Answer: not null } ? _schemas.Of(description.Schema(schema), exchange.Answer, "answer") : [];
        if (description.Path(exchange.Path) is not { } path)
            return ["there is no such path"];
        if (path.Operations?.GetValueOrDefault(new HttpMethod(exchange.Method)) is not { } operation)
            return ["there is no such method"];
        var parameters = (path.Parameters ?? []).Concat(operation.Parameters ?? []).ToList();
        return [.. Query(exchange, operation, parameters), .. Headers(exchange, parameters), .. Request(exchange, operation), .. Answer(exchange, operation)];
    }

    private static IEnumerable<string> Query(SandboxExchange exchange, OpenApiOperation operation, List<IOpenApiParameter> parameters)
    {
        var known = parameters.Where(parameter => parameter.In == ParameterLocation.Query).Select(parameter => parameter.Name).ToHashSet();
        foreach (var (option, value) in exchange.Query)
        {
            // Part of the next page's address, which the service makes and nobody looks into.
            if (option == "$skiptoken")
                continue;
            if (!known.Contains(option))
                yield return $"there is no query option {option}";
            else if (option is "$select" or "$expand" && AnswerSchema(operation, 200) is { } answer)
                foreach (var name in Names(value).Except(SchemaCheck.Properties(Rows(answer)).Keys))
                    yield return $"{option} names {name}, which is unknown";
        }
    }

    private static IEnumerable<string> Headers(SandboxExchange exchange, List<IOpenApiParameter> parameters) =>
        from parameter in parameters
        where parameter is { In: ParameterLocation.Header, Required: true } && !exchange.Headers.Contains(parameter.Name!)
        select $"the header {parameter.Name} is missing";

    private IEnumerable<string> Request(SandboxExchange exchange, OpenApiOperation operation)
    {
        // A caller that was left without an answer may have been cut short as well.
        if (exchange.Status == 0)
            return [];
        if (exchange.Body is null)
            return operation.RequestBody is { Required: true } ? ["the body is missing"] : [];
        return Schema(operation.RequestBody?.Content) is { } schema ? _schemas.Of(schema, exchange.Body, "body") : ["a body is not expected"];
    }

    /// <summary>The description gives these a body, and their documentation none (https://learn.microsoft.com/graph/api/userteamwork-post-installedapps).</summary>
    private static readonly HashSet<string> Bodiless = ["users.teamwork.CreateInstalledApps"];

    private IEnumerable<string> Answer(SandboxExchange exchange, OpenApiOperation operation)
    {
        if (exchange.Status is 0 or (>= 300 and < 400))
            return [];
        if (exchange.Status >= 400)
            return exchange.Answer is null ? ["an error without a body"] : _schemas.Of(description.Schema("microsoft.graph.ODataErrors.ODataError"), exchange.Answer, "answer");
        if (exchange.Answer is null)
            return exchange.Status == 204 || Bodiless.Contains(operation.OperationId ?? "") ? [] : ["the answer is missing"];
        return AnswerSchema(operation, exchange.Status) is { } schema ? _schemas.Of(schema, exchange.Answer, "answer") : ["an answer is not expected"];
    }

    private static IOpenApiSchema? AnswerSchema(OpenApiOperation operation, int status) =>
        Schema((operation.Responses?.GetValueOrDefault($"{status}") ?? operation.Responses?.GetValueOrDefault("2XX"))?.Content);

    private static IOpenApiSchema? Schema(IDictionary<string, IOpenApiMediaType>? content) =>
        content?.TryGetValue("application/json", out var media) == true ? media.Schema : null;

    /// <summary>Of a collection its rows, else the thing itself.</summary>
    private static IOpenApiSchema Rows(IOpenApiSchema answer) =>
        SchemaCheck.Properties(answer).TryGetValue("value", out var rows) && rows.Items is { } row ? row : answer;

    private static string[] Names(string value) =>
        Nested().Replace(value, "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"^/sites/[^/:]+:/")]
    private static partial Regex SiteByAddress();

    [GeneratedRegex(@"^/\$batch$")]
    private static partial Regex Batch();

    [GeneratedRegex("^/directory/subscriptions$|^/identity/conditionalAccess/policies$|^/roleManagement/directory/roleAssignments$|^/reports/getOffice365ActivationsUserCounts$")]
    private static partial Regex NotCutOut();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Nested();
}
