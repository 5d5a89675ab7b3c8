using System.Globalization;

namespace FastTrackBot.Benchmarks.Load;

/// <summary>What a user does over and over: the bodies of the requests, in their order.</summary>
internal sealed record Workload(string Name, string Title, Func<BenchmarkUser, IReadOnlyList<string>> Bodies)
{
    /// <summary>One question, answered with a card through the connector.</summary>
    public static readonly Workload Status = new("w1", "W1 `status` → checklist card of 12 items, through the connector", user => [user.Message("status", "")]);

    /// <summary>A dialog from its first to its last step. It begins with a message whose replies come in the answer: that tells the instance.</summary>
    public static readonly Workload Wizard = new("w2", "W2 six-step wizard, card actions", user =>
    [
        user.Message("eligibility", """, "deliveryMode": "expectReplies" """),
        user.Press("origin", "typed"),
        user.Press("seats", "320"),
        user.Press("organisation", "Commercial"),
        user.Press("migration", "yes"),
        user.Press("source", "Exchange"),
        user.Press("version", "2016"),
    ]);

    /// <summary>A question in somebody's own words; measured apart, as no bare endpoint searches.</summary>
    public static readonly Workload Question = new("questions", "A question, answered from the texts", user => [user.Message("how many paid licences do we need for FastTrack?", "")]);

    public static readonly IReadOnlyList<Workload> All = [Status, Wizard];

    public static Workload Named(string name) => All.Append(Question).Single(workload => workload.Name == name);
}

/// <summary>Somebody in a personal conversation of their own, and what Teams posts for them.</summary>
internal sealed record BenchmarkUser(string Workload, int Number, string ServiceUrl)
{
    public const string Tenant = "11111111-2222-3333-4444-555555555555";
    public const string App = "aaaaaaaa-0000-0000-0000-000000000001";

    public string ObjectId => ObjectIdOf(Number);

    public string Conversation => string.Create(CultureInfo.InvariantCulture, $"a:benchmark-{Workload}-{Number:D4}-1pXqRZ0bVvWJ4mTn8sKcYd2fGhLtEo");

    public static string ObjectIdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"5a2d7c1e-0000-4000-8000-{number:D12}");

    /// <summary>Teams numbers messages by the time, and gives invokes random ids.</summary>
    public string Message(string text, string more) =>
        Activity($$""" "id": "{{Request.IdMark}}", "type": "message", "text": "{{text}}", "textFormat": "plain"{{more}} """);

    public string Press(string step, string answer) => Activity($$"""
         "id": "f:{{Request.IdMark}}-4c5e-a0b1-2f3c4d5e6f70", "type": "invoke", "name": "adaptiveCard/action", "value": { "action": { "type": "Action.Execute", "title": "Next", "verb": "dialog",
           "data": { "do": "next", "instance": "{{Request.InstanceMark}}", "step": "{{step}}", "{{step}}": "{{answer}}" } }, "trigger": "manual" }
        """);

    private string Activity(string what) => $$"""
        { {{what}}, "timestamp": "2026-03-05T09:00:00.0000000Z", "localTimestamp": "2026-03-05T10:00:00.0000000+01:00",
          "localTimezone": "Europe/Berlin", "serviceUrl": "{{ServiceUrl}}", "channelId": "msteams", "locale": "en-US",
          "from": { "id": "29:1bSnHZ7Js2STWrgk6ScEErLk1Lp2zQuD5H2-{{Number}}", "name": "Anna Berg", "aadObjectId": "{{ObjectId}}" },
          "recipient": { "id": "28:{{App}}", "name": "FastTrack" },
          "conversation": { "conversationType": "personal", "tenantId": "{{Tenant}}", "id": "{{Conversation}}" },
          "entities": [ { "locale": "en-US", "country": "US", "platform": "Windows", "timezone": "Europe/Berlin", "type": "clientInfo" } ],
          "channelData": { "tenant": { "id": "{{Tenant}}" }, "source": { "name": "message" }, "legacy": { "replyToId": "1" } } }
        """;
}
