using System.Text.Json;
using FastTrackBot.FastTrack.Questions.Knowledge;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Platform.Model;
using OpenAI.Chat;

namespace FastTrackBot.FastTrack.Questions.Model;

/// <summary>What is left of the model's answer when it was checked.</summary>
/// <param name="Command">A command that the model thinks is wanted: to be offered, never to be run.</param>
/// <param name="Dropped">How many sentences were left out.</param>
internal sealed record ModelAnswer(CitedText Text, string? Command, int Dropped)
{
    public bool IsEmpty => Text.IsEmpty && Command is null;
}

/// <summary>One question and its answer: the passages that were found go along, the model may ask for facts, and only what it can prove comes back.</summary>
internal sealed class ModelTalk(ModelClient client, KnowledgeIndex index, ModelFunctions functions, ILogger<ModelTalk> logger)
{
    private const int MostPassages = 6;

    /// <summary>Calls of functions in one question. A model that wants more goes round in circles.</summary>
    private const int MostCalls = 6;

    private const int MostRounds = 4;
    private const int LongestAnswer = 1_500;

    public async Task<ModelAnswer> AnswerAsync(TurnContext asker, string question, CancellationToken cancellationToken)
    {
        var sources = new OfferedSources();
        var language = QuestionLanguage.Of(question, asker.Culture.Name);
        foreach (var found in index.Search(question, language, MostPassages)) sources.Add(found.Passage);
        List<ChatMessage> messages =
        [
            new SystemChatMessage(Instructions.Text),
            new UserChatMessage(PromptJson.Write(new Prompt(
                question, language, Days.Iso(DateOnly.FromDateTime(asker.Clock.GetUtcNow().UtcDateTime)), sources.Passages), PromptJson.Data.Prompt)),
        ];

        string? command = null;
        var calls = 0;
        for (var round = 1; ; round++)
        {
            var reply = await client.AskAsync(messages, Options(asker, round), cancellationToken);
            if (reply.Calls.Count == 0 || round == MostRounds) return Check(reply.Text, sources, command);
            messages.Add(new AssistantChatMessage(reply.Calls.Select(call => ChatToolCall.CreateFunctionToolCall(call.Id, call.Name, BinaryData.FromString(SafeArguments(call))))));
            foreach (var call in reply.Calls)
            {
                command ??= ModelFunctions.ProposalIn(call);
                var result = ++calls > MostCalls ? ModelFunctions.TooMany : await functions.CallAsync(asker, call, sources, cancellationToken);
                messages.Add(new ToolChatMessage(call.Id, result));
            }
        }
    }

    /// <summary>In the last round the model has to answer with what it has.</summary>
    private static ChatCompletionOptions Options(TurnContext asker, int round)
    {
        var options = new ChatCompletionOptions { MaxOutputTokenCount = LongestAnswer };
        if (round == MostRounds) return options;
        foreach (var tool in ModelFunctions.For(asker)) options.Tools.Add(tool);
        return options;
    }

    private ModelAnswer Check(string text, OfferedSources sources, string? command)
    {
        var sentences = CitationRules.Sentences(text);
        var proven = sentences.Where(sentence => CitationRules.IsProven(sentence, sources.Marks, sources.Domains)).ToList();
        foreach (var dropped in sentences.Except(proven)) Log.SentenceDropped(logger, dropped.Marks.Count, dropped.Text.Length);
        return new ModelAnswer(CitedText.Of(proven, sources), command, sentences.Count - proven.Count);
    }

    /// <summary>What the model wrote goes back to it; what is no JSON would be refused as a malformed request.</summary>
    private static string SafeArguments(ModelCall call)
    {
        try
        {
            using var _ = JsonDocument.Parse(call.Arguments);
            return call.Arguments;
        }
        catch (JsonException)
        {
            return "{}";
        }
    }
}
