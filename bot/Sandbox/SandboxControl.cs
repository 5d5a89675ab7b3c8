using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FastTrackBot.Sandbox.Calendar;
using FastTrackBot.Sandbox.Planner;
using Microsoft.AspNetCore.Routing;

namespace FastTrackBot.Sandbox;

/// <summary>The sandbox's levers under <c>/sandbox</c>: faults, data, permissions, what other people do, and what was asked.</summary>
internal static class SandboxControl
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var sandbox = routes.MapGroup("/sandbox").AddEndpointFilter(OnlyFromThisMachine);
        sandbox.Map("/graph/v1.0/{**path}", (HttpContext http, SandboxGraph graph, SandboxInspection inspection) =>
            inspection.ObserveAsync(http, () => graph.AnswerAsync(http)));
        sandbox.MapGet("/dns-query", (HttpContext http, SandboxDns dns) => dns.AnswerAsync(http));
        sandbox.MapGet("/reports/{report}.csv", (HttpContext http, string report, SandboxReports reports) => reports.Answer(http, report));
        sandbox.MapPut("/reports/day/{day}", (DateOnly day, SandboxUse use) => use.SetDay(day));
        sandbox.MapGet("/requests", (SandboxRequests requests) =>
            TypedResults.Json(requests.All, SandboxJson.Default.IReadOnlyListSandboxRequest));
        sandbox.MapGet("/faults", (SandboxFaults faults) => TypedResults.Json(faults.All, SandboxJson.Default.IReadOnlyListSandboxFault));
        sandbox.MapPost("/faults", AddFaultAsync);
        sandbox.MapDelete("/faults", (SandboxFaults faults) => faults.Clear());
        sandbox.MapPost("/planner/tasks/{id}/tick", (string id, string person, SandboxPlanner planner) =>
            planner.Tick(id, person) ? Results.NoContent() : Results.NotFound());
        sandbox.MapGet("/calendar/events", (SandboxCalendar calendar) =>
            Results.Text(new JsonArray([.. calendar.All]).ToJsonString(), "application/json"));
        sandbox.MapPost("/calendar/events/{id}/move", (string id, DateTimeOffset start, SandboxCalendar calendar) =>
            calendar.Move(id, start) ? Results.NoContent() : Results.NotFound());
        sandbox.MapDelete("/calendar/events/{id}", (string id, SandboxCalendar calendar) =>
            calendar.Cancel(id) ? Results.NoContent() : Results.NotFound());
        sandbox.MapPut("/site/role/{role}", (string role, SandboxPermissions permissions) => permissions.SiteRole = role);
        sandbox.MapPut("/permissions/{permission}", (string permission, SandboxPermissions permissions) => permissions.Grant(permission));
        sandbox.MapDelete("/permissions/{permission}", (string permission, SandboxPermissions permissions) => permissions.Withdraw(permission));
        sandbox.MapPut("/data/{**collection}", PutDataAsync);
    }

    private static async Task<IResult> AddFaultAsync(HttpContext http, SandboxFaults faults)
    {
        try
        {
            faults.Add((await JsonSerializer.DeserializeAsync(http.Request.Body, SandboxJson.Default.SandboxFault, http.RequestAborted))!);
            return TypedResults.NoContent();
        }
        catch (JsonException e)
        {
            return TypedResults.BadRequest(e.Message);
        }
    }

    private static async Task<IResult> PutDataAsync(HttpContext http, string collection, SandboxData data)
    {
        using var reader = new StreamReader(http.Request.Body);
        try
        {
            return data.Put(collection, await reader.ReadToEndAsync(http.RequestAborted)) ? TypedResults.NoContent() : TypedResults.NotFound();
        }
        catch (JsonException e)
        {
            return TypedResults.BadRequest(e.Message);
        }
    }

    private static ValueTask<object?> OnlyFromThisMachine(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        // In-memory test servers have no address at all.
        context.HttpContext.Connection.RemoteIpAddress is { } caller && !IPAddress.IsLoopback(caller)
            ? ValueTask.FromResult<object?>(TypedResults.NotFound())
            : next(context);
}
