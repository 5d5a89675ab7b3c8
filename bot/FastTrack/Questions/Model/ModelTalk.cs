using System.Text.Json;
using FastTrackBot.FastTrack.Questions.Knowledge;
using FastTrackBot.Platform.BotFramework.Streaming;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Platform.Model;
using OpenAI.Chat;

namespace FastTrackBot.FastTrack.Questions.Model;

/// <summary>One question and its answer: the passages that were found go along, the model may ask for facts, and only what it can prove is shown.</summary>
internal sealed class ModelTalk(ModelClient client, KnowledgeIndex index, ModelFunctions functions, ILogger<ModelTalk> logger)
{
    private const int MostPassages = 6;

    /// <summary>Calls of functions in one question. A model that wants more goes round in circles.</summary>
    private const int MostCalls = 6;

    private const int MostRounds = 4;
    private const int LongestAnswer = 1_500;

    /// <summary>An answer without a word yet, with the passages that it may rest on.</summary>
    public AnswerDraft Begin(TurnContext asker, string question)
    {
        var sources = new OfferedSources();
        foreach (var found in index.Search(question, QuestionLanguage.Of(question, asker.Culture.Name), MostPassages)) sources.Add(found.Passage);
        return new AnswerDraft(sources, logger);
    }

    /// <summary>Has the model say its answer into the draft, and shows how it grows.</summary>
    /// <returns>A command that the model thinks is wanted: to be offered, never to be run.</returns>
    public async Task<string?> AnswerAsync(TurnContext asker, string question, AnswerDraft draft, StreamedAnswer stream, CancellationToken cancellationToken)
    {
        var prompt = new Prompt(
            question, QuestionLanguage.Of(question, asker.Culture.Name), Days.Iso(DateOnly.FromDateTime(asker.Clock.GetUtcNow().UtcDateTime)), draft.Sources.Passages);
        List<ChatMessage> messages = [new SystemChatMessage(Instructions.Text), new UserChatMessage(PromptJson.Write(prompt, PromptJson.Data.Prompt))];
        string? command = null;
        var calls = 0;
        for (var round = 1; ; round++)
        {
            var reply = await HearAsync(client.AskAsync(messages, Options(asker, round), cancellationToken), draft, stream, cancellationToken);
            draft.Complete(reply.Text);
            if (stream.IsStopped || reply.Calls.Count == 0 || round == MostRounds) return command;
            messages.Add(Said(reply));
            foreach (var call in reply.Calls)
            {
                command ??= ModelFunctions.ProposalIn(call);
                var result = ++calls > MostCalls ? ModelFunctions.TooMany : await functions.CallAsync(asker, call, draft.Sources, cancellationToken);
                messages.Add(new ToolChatMessage(call.Id, result));
            }
        }
    }

    /// <summary>To its end, unless the person has had enough of it: then the model stops as well.</summary>
    private static async Task<ModelReply> HearAsync(IAsyncEnumerable<ModelReply> replies, AnswerDraft draft, StreamedAnswer stream, CancellationToken cancellationToken)
    {
        var heard = new ModelReply("", []);
        await foreach (var reply in replies)
        {
            heard = reply;
            // The whole comes with the message, which would have to wait for this.
            if (!reply.IsWhole && stream.IsDue) await stream.ShowAsync(draft.Grow(reply.Text), cancellationToken);
            if (stream.IsStopped) break;
        }

        return heard;
    }

    /// <summary>In the last round the model has to answer with what it has.</summary>
    private static ChatCompletionOptions Options(TurnContext asker, int round)
    {
        var options = new ChatCompletionOptions { MaxOutputTokenCount = LongestAnswer };
        if (round == MostRounds) return options;
        foreach (var tool in ModelFunctions.For(asker)) options.Tools.Add(tool);
        return options;
    }

    private static AssistantChatMessage Said(ModelReply reply)
    {
        var said = new AssistantChatMessage(reply.Calls.Select(call => ChatToolCall.CreateFunctionToolCall(call.Id, call.Name, BinaryData.FromString(SafeArguments(call)))));
        if (reply.Text.Length > 0) said.Content.Add(ChatMessageContentPart.CreateTextPart(reply.Text));
        return said;
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
