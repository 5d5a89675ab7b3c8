using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using System.Text;
using Azure.Core;
using OpenAI;
using OpenAI.Chat;

namespace FastTrackBot.Platform.Model;

/// <summary>Asks a language model over OpenAI's chat protocol. Whatever goes wrong surfaces as <see cref="ModelException"/>; nothing is tried twice, as people wait.</summary>
/// <param name="address">Null: there is no model.</param>
public sealed class ModelClient(ModelAddress? address, TokenCredential credential, HttpClient http, TimeProvider clock)
{
    /// <summary>Far more than any answer; a model that does not end is cut off.</summary>
    private const int LongestReply = 40_000;

    /// <summary>Opened with the first question: the library costs start-up time.</summary>
    private readonly Lazy<ChatClient> _chat = new(() => Open(address ?? throw new InvalidOperationException("No model is set up."), credential, http));

    private ModelState _state = new();

    public ModelState State => Volatile.Read(ref _state);

    /// <summary>Yields the reply again and again as it grows, the last time as a whole. Whoever leaves before ends the request.</summary>
    public async IAsyncEnumerable<ModelReply> AskAsync(
        IEnumerable<ChatMessage> messages, ChatCompletionOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var replies = ReadAsync(messages, options, cancellationToken).GetAsyncEnumerator(CancellationToken.None);
        while (await NextAsync(replies)) yield return replies.Current;
        Volatile.Write(ref _state, State with { LastAnswer = clock.GetUtcNow() });
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<ModelReply> replies)
    {
        try
        {
            return await replies.MoveNextAsync();
        }
        catch (Exception exception)
        {
            var failure = exception as ModelException ?? ModelErrors.Of(exception);
            Volatile.Write(ref _state, State with { LastFailure = clock.GetUtcNow(), Reason = $"{failure.Failure}: {failure.Message}" });
            if (ReferenceEquals(failure, exception)) throw;
            throw failure;
        }
    }

    private async IAsyncEnumerable<ModelReply> ReadAsync(
        IEnumerable<ChatMessage> messages, ChatCompletionOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var calls = new SortedDictionary<int, PartialCall>();
        ChatFinishReason? end = null;
        await foreach (var update in _chat.Value.CompleteChatStreamingAsync(messages, options, cancellationToken))
        {
            foreach (var part in update.ContentUpdate) text.Append(part.Text);
            foreach (var call in update.ToolCallUpdates) (calls.TryGetValue(call.Index, out var known) ? known : calls[call.Index] = new PartialCall()).Add(call);
            end = update.FinishReason ?? end;
            if (text.Length > LongestReply) throw new ModelException(ModelFailure.Broken, "The reply has no end.");
            if (update.ContentUpdate.Count > 0) yield return new ModelReply(text.ToString(), []);
        }

        yield return end switch
        {
            null => throw new ModelException(ModelFailure.Broken, "The reply broke off."),
            ChatFinishReason.ContentFilter => throw new ModelException(ModelFailure.Filtered, "The content filter stopped the reply."),
            _ => new ModelReply(text.ToString(), [.. calls.Values.Select(call => call.ToCall())]) { IsWhole = true },
        };
    }

    private static ChatClient Open(ModelAddress address, TokenCredential credential, HttpClient http)
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = address.Root,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        };
        if (address.ApiKey is { Length: > 0 } key) return new ChatClient(address.Deployment, new ApiKeyCredential(key), options);
        // The library calls this constructor preliminary; it is the documented way in for Azure's identities.
#pragma warning disable OPENAI001
        return new ChatClient(address.Deployment, new BearerTokenPolicy(credential, ModelAddress.Scope), options);
#pragma warning restore OPENAI001
    }

    /// <summary>A call arrives in pieces: first its id and name, then its arguments bit by bit.</summary>
    private sealed class PartialCall
    {
        private readonly StringBuilder _arguments = new();
        private string _id = "";
        private string _name = "";

        public void Add(StreamingChatToolCallUpdate update)
        {
            if (update.ToolCallId is { Length: > 0 } id) _id = id;
            if (update.FunctionName is { Length: > 0 } name) _name = name;
            if (update.FunctionArgumentsUpdate is { } more) _arguments.Append(more);
        }

        public ModelCall ToCall() => new(_id, _name, _arguments.ToString());
    }
}
