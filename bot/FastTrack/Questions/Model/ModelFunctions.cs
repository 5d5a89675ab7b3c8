using System.Text.Json;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Platform.Model;
using OpenAI.Chat;

namespace FastTrackBot.FastTrack.Questions.Model;

/// <summary>All that the model can call. Nothing here changes anything, and facts are only those that the asker may see.</summary>
internal sealed class ModelFunctions(EngagementReader reader, ILogger<ModelFunctions> logger)
{
    public const string ProposeCommand = "propose_command";

    /// <summary>What a result may take; the lists in it are bounded as well.</summary>
    private const int LongestResult = 6_000;

    public const string TooMany = """{"error":"No more calls: answer with what you have."}""";

    private const string NotFound = """{"error":"The asker has no such engagement."}""";

    /// <summary>The commands that may be proposed: those that people can type.</summary>
    private static readonly IReadOnlyList<string> Commands = [.. Phrasebook.CommandsIn("en").Where(command => command != "ask").Order(StringComparer.Ordinal)];

    private static readonly ChatTool Proposal = ChatTool.CreateFunctionTool(
        ProposeCommand, "Offers the asker a button for one of the bot's commands. Nothing runs until the asker presses it.",
        BinaryData.FromString($$$"""{"type":"object","properties":{"command":{"type":"string","enum":["{{{string.Join("\",\"", Commands)}}}"]}},"required":["command"],"additionalProperties":false}"""));

    private static readonly BinaryData NoParameters = BinaryData.FromString("""{"type":"object","properties":{},"additionalProperties":false}""");

    private static readonly BinaryData OneEngagement = BinaryData.FromString(
        """{"type":"object","properties":{"engagement":{"type":"string","description":"An id from engagements; left out: the newest that is open."}},"additionalProperties":false}""");

    private static readonly IReadOnlyList<ChatTool> Facts =
    [
        ChatTool.CreateFunctionTool("engagements", "Lists the asker's engagements.", NoParameters),
        ChatTool.CreateFunctionTool("engagement_status", "The phase and the progress of an engagement.", OneEngagement),
        ChatTool.CreateFunctionTool("open_items", "The open tasks of the present phase, with owners and due dates.", OneEngagement),
        ChatTool.CreateFunctionTool("next_checkpoint", "When the next checkpoint meeting of an engagement is.", OneEngagement),
    ];

    /// <summary>In a group, facts of one person's engagements are not for all who read along.</summary>
    public static IEnumerable<ChatTool> For(TurnContext asker) => asker.IsPersonal ? Facts.Append(Proposal) : [Proposal];

    /// <returns>The command that the call proposes, if it is one that can be.</returns>
    public static string? ProposalIn(ModelCall call) =>
        call.Name == ProposeCommand && Argument(call, "command") is { } command && Commands.Contains(command) ? command : null;

    /// <returns>The result for the model, as JSON.</returns>
    public async ValueTask<string> CallAsync(TurnContext asker, ModelCall call, OfferedSources sources, CancellationToken cancellationToken)
    {
        if (call.Name == ProposeCommand) return ProposalIn(call) is null ? """{"error":"There is no such command."}""" : """{"data":"The button is offered."}""";
        // A model can make up names, and ask in a group for what is not offered there.
        if (!asker.IsPersonal || Facts.All(tool => tool.FunctionName != call.Name))
        {
            Log.UnknownFunction(logger);
            return """{"error":"There is no such function."}""";
        }

        if (sources.IsFull) return TooMany;
        var result = await FactsAsync(asker, call, sources, cancellationToken);
        return result is null ? NotFound : result.Length > LongestResult ? """{"error":"The result is too large."}""" : result;
    }

    private async ValueTask<string?> FactsAsync(TurnContext asker, ModelCall call, OfferedSources sources, CancellationToken cancellationToken)
    {
        if (call.Name == "engagements")
        {
            var lines = await reader.ListAsync(asker, cancellationToken);
            return PromptJson.Write(new(sources.AddFacts(Text.Facts_List, Text.Facts_Abstract), lines), PromptJson.Data.FunctionResultIReadOnlyListEngagementLine);
        }

        if (await reader.FindAsync(asker, Argument(call, "engagement"), cancellationToken) is not { } engagement) return null;
        var mark = sources.AddFacts(Text.Facts_Of.With(engagement.Organisation), Text.Facts_Abstract);
        return call.Name switch
        {
            "engagement_status" => PromptJson.Write(new(mark, EngagementReader.StatusOf(engagement)), PromptJson.Data.FunctionResultEngagementFacts),
            "open_items" => PromptJson.Write(new(mark, EngagementReader.OpenItemsOf(engagement)), PromptJson.Data.FunctionResultOpenItems),
            _ => PromptJson.Write(new(mark, await EngagementReader.NextCheckpointAsync(asker, engagement, cancellationToken)), PromptJson.Data.FunctionResultNextCheckpoint),
        };
    }

    /// <returns>Null where it is missing, or the arguments are no JSON.</returns>
    private static string? Argument(ModelCall call, string name)
    {
        try
        {
            using var arguments = JsonDocument.Parse(call.Arguments);
            return CardAction.Flatten(arguments.RootElement).GetValueOrDefault(name);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
