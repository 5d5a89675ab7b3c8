using System.Text.Json.Nodes;

namespace FastTrackBot.Tests.Bot;

/// <summary>The request dialog's answers, for scripts that begin somewhere in its middle or after its end.</summary>
internal static class RequestTalk
{
    public const string Prepare = "Prepare the request";

    /// <summary>A second administrator of the make-believe tenant.</summary>
    public static Person Other { get; } = new("5a2d7c1e-0000-4000-8000-0000000000a9", "29:1-lidia", "Lidia Holloway");

    /// <summary>An answer a step, in the order of the steps: no check, own organisation, two services, nothing to move.</summary>
    private static readonly string[] Answers =
    [
        "Go on without", "Contoso; contoso.com", "Ana Lee; ana@contoso.com; +1 425 555 0100", "teams, exchangeOnline",
        "2; 1; 2026-09-01; Maria Soto", "1; 4; 2026-10-01; Pradeep Gupta", "1", "English", "Estonia; Tallinn", "1; Call before noon; please", "yes",
    ];

    public static IReadOnlyList<string> AllAnswers => Answers;

    /// <summary>How many answers lead to the review.</summary>
    public static int Review => Answers.Length - 1;

    public static Task<BotHost> StartAsync(Action<BotHost>? configure = null) => BotHost.StartAsync(host =>
    {
        host.Settings["Access:Admins:1"] = Other.ObjectId;
        configure?.Invoke(host);
    });

    /// <summary>Begins a request and types the first answers.</summary>
    public static async Task<Chat> AtStepAsync(Chat chat, int answered, string workloads = "teams, exchangeOnline")
    {
        await chat.Says("request");
        var plans = workloads.Split(',').Length;
        var answers = Answers.Take(3).Append(workloads).Concat(Answers.Skip(4).Take(plans)).Concat(Answers.Skip(6));
        foreach (var answer in answers.Take(answered))
            await chat.Says(answer);
        return chat;
    }

    /// <summary>A request that waits to be filed.</summary>
    public static async Task<Chat> PreparedAsync(Chat chat, string workloads = "teams, exchangeOnline") =>
        (await AtStepAsync(chat, workloads.Split(',').Length + 9, workloads)).Sees("Ready to be filed");

    /// <summary>An engagement, with its checklist as the latest card.</summary>
    public static async Task<Chat> EngagedAsync(Chat chat, string workloads = "teams, exchangeOnline")
    {
        await PreparedAsync(chat, workloads);
        await chat.Presses("I have filed it").Says("2026-03-01; FT-2027-00123").Sees("The engagement has begun");
        return await chat.Presses("Show the checklist").Sees("0 of 12 tasks are done");
    }

    /// <summary>What the card's button sends, with values that the card's inputs would not allow.</summary>
    public static JsonObject Data(Card card, string button, params (string Field, string Value)[] inputs)
    {
        var data = card.Button(button)["data"]!.DeepClone().AsObject();
        foreach (var (field, value) in card.Inputs.Select(input => (input.Key, input.Value)).Concat(inputs))
            data[field] = value;
        return data;
    }

    public static string ProgressOf(Chat chat) => chat.Card.Text.Split('\n').First(line => line.StartsWith("Step ", StringComparison.Ordinal));

    /// <summary>Every word that the bot has sent so far, to anybody.</summary>
    public static string EverythingSaid(BotHost bot) => string.Join('\n', bot.Channel.Calls.Select(call => call.Activity.ToJsonString()));
}
