using System.Text.Json.Nodes;
using FastTrackBot.Sandbox;

namespace FastTrackBot.Tests.Bot;

/// <summary>Activities as Teams writes them. What a test needs otherwise, it changes in the JSON.</summary>
public static class Wire
{
    public const string BotId = "28:" + SandboxPeople.BotAppId;
    public const string BotName = "FastTrackBot";

    /// <summary>Loopback, so that the development bypass lets the bot write there; nothing listens at it, as the channel is captured.</summary>
    public const string ServiceUrl = "http://127.0.0.1:9/emea/";

    private static int _ids;

    public static string NewId() => "1f:" + Interlocked.Increment(ref _ids);

    /// <summary>What every activity has.</summary>
    public static JsonObject Envelope(string type, Person from, Place place, string locale = "en-US")
    {
        var tenant = SandboxPeople.TenantId;
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = NewId(),
            ["timestamp"] = "2026-03-02T08:00:00.000Z",
            ["localTimestamp"] = "2026-03-02T09:00:00.000+01:00",
            ["localTimezone"] = "Europe/Amsterdam",
            ["serviceUrl"] = ServiceUrl,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = from.ChannelId, ["name"] = from.Name, ["aadObjectId"] = from.ObjectId },
            ["conversation"] = new JsonObject { ["conversationType"] = place.Type, ["tenantId"] = tenant, ["id"] = place.Id },
            ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = BotName },
            ["locale"] = locale,
            ["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "clientInfo",
                ["locale"] = locale,
                ["country"] = "NL",
                ["platform"] = "Web",
                ["timezone"] = "Europe/Amsterdam",
            }),
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } },
        };
        if (!place.IsPersonal)
            activity["conversation"]!["isGroup"] = true;
        if (place.Type == "channel")
        {
            activity["channelData"]!["team"] = new JsonObject { ["id"] = SandboxPeople.TeamId, ["name"] = "Contoso onboarding", ["aadGroupId"] = SandboxPeople.TeamGroup };
            activity["channelData"]!["channel"] = new JsonObject { ["id"] = SandboxPeople.TeamId };
        }

        return activity;
    }

    /// <summary>Outside personal chats a message reaches the bot only with a mention, so it has one there.</summary>
    public static JsonObject Message(Person from, Place place, string text, string locale = "en-US")
    {
        var message = Envelope("message", from, place, locale);
        var mention = $"<at>{BotName}</at>";
        message["text"] = place.IsPersonal ? text : $"{mention} {text}";
        message["textFormat"] = "plain";
        if (!place.IsPersonal)
        {
            message["entities"]!.AsArray().Insert(0, new JsonObject
            {
                ["type"] = "mention",
                ["mentioned"] = new JsonObject { ["id"] = BotId, ["name"] = BotName },
                ["text"] = mention,
            });
        }

        return message;
    }

    /// <summary>A pressed <c>Action.Submit</c>: a message without text.</summary>
    public static JsonObject Submit(Person from, Place place, JsonObject value, string? replyTo = null, string locale = "en-US")
    {
        var message = Envelope("message", from, place, locale);
        message["value"] = value;
        if (replyTo is not null)
            message["replyToId"] = replyTo;
        return message;
    }

    public static JsonObject Invoke(Person from, Place place, string name, JsonNode? value, string? replyTo = null, string locale = "en-US")
    {
        var invoke = Envelope("invoke", from, place, locale);
        invoke["name"] = name;
        invoke["value"] = value;
        if (replyTo is not null)
            invoke["replyToId"] = replyTo;
        invoke["channelData"]!["source"] = new JsonObject { ["name"] = "message" };
        return invoke;
    }

    /// <summary>A pressed <c>Action.Execute</c>.</summary>
    public static JsonObject Execute(Person from, Place place, string verb, JsonNode? data, string? replyTo = null, string locale = "en-US") =>
        Invoke(from, place, "adaptiveCard/action", new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["title"] = "Pressed", ["verb"] = verb, ["data"] = data },
            ["trigger"] = "manual",
        }, replyTo, locale);

    /// <param name="action"><c>add</c>, <c>remove</c>, <c>add-upgrade</c>, <c>remove-upgrade</c></param>
    public static JsonObject Installation(Person from, Place place, string action = "add")
    {
        var installation = Envelope("installationUpdate", from, place);
        installation["action"] = action;
        installation["channelData"]!["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = place.Id } };
        return installation;
    }

    public static JsonObject BotAdded(Person from, Place place)
    {
        var update = Envelope("conversationUpdate", from, place);
        update["membersAdded"] = new JsonArray(new JsonObject { ["id"] = BotId });
        if (place.IsPersonal)
            update["membersAdded"]!.AsArray().Add(new JsonObject { ["id"] = from.ChannelId, ["aadObjectId"] = from.ObjectId });
        if (place.Type == "channel")
            update["channelData"]!["eventType"] = "teamMemberAdded";
        return update;
    }

    public static JsonObject Reaction(Person from, Place place, string messageId)
    {
        var reaction = Envelope("messageReaction", from, place);
        reaction["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" });
        reaction["replyToId"] = messageId;
        return reaction;
    }
}
