using FastTrackBot.Platform.BotFramework.Connector;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.Platform.BotFramework.Streaming;

/// <summary>
/// An answer that grows before the eyes of whoever asked, as Teams has it in personal chats
/// (https://learn.microsoft.com/microsoftteams/platform/bots/streaming-ux): first what is being done, then more and more of the text, at last
/// the message. Elsewhere, and where Teams does not stream for once, only the message comes.
/// </summary>
public sealed class StreamedAnswer : IDisposable
{
    /// <summary>Teams takes one update a second of a stream, and advises to gather text for 1.5 to 2 seconds.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(1.5);

    private readonly StreamedAnswers _streams;
    private readonly ConversationReference _to;
    private readonly Activity _message;
    private int _sequence;
    private DateTimeOffset _next;
    private bool _mayGrow;
    private bool _isOver;

    internal StreamedAnswer(StreamedAnswers streams, ConversationReference to, Activity message, string? begun)
    {
        (_streams, _to, _message, Id) = (streams, to, message, begun);
        // Nobody knows any more when the earlier attempt sent its last update.
        if (begun is not null) _next = streams.Clock.GetUtcNow() + Pace;
    }

    /// <summary>The id of the message that grows; null where none does.</summary>
    public string? Id { get; private set; }

    /// <summary>What of the text is there already. It cannot be taken back.</summary>
    public string Shown { get; private set; } = "";

    /// <summary>The person pressed Stop: nothing more is wanted, and nothing more is sent.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>More may be shown now. Until then it gathers, and comes with the next update.</summary>
    public bool IsDue => _mayGrow && !_isOver && _streams.Clock.GetUtcNow() >= _next;

    /// <param name="doing">What is being done meanwhile, in a few words. Where nothing is streamed, it is three dots.</param>
    public async Task BeginAsync(string doing, CancellationToken cancellationToken)
    {
        _mayGrow = _streams.TryGrowIn(_to);
        var id = await TryPostAsync(_mayGrow ? Update("informative", doing) : _message with { Type = ActivityTypes.Typing }, cancellationToken);
        if (_mayGrow && id is not null) Id = id;
        else Close();
    }

    /// <param name="text">Markdown; it begins with what was shown before.</param>
    public async Task ShowAsync(string text, CancellationToken cancellationToken)
    {
        if (!_mayGrow || text == Shown) return;
        if (!text.StartsWith(Shown, StringComparison.Ordinal)) throw new ArgumentException("What was shown cannot change.", nameof(text));
        // Before it is known: an update without an answer may be there all the same.
        Shown = text;
        await TryPostAsync(Update("streaming", text), cancellationToken);
    }

    /// <summary>Sends a message. The first takes the place of what grew; its text has to begin with what was shown.</summary>
    /// <exception cref="ConnectorException">Teams did not take it.</exception>
    public async Task SendAsync(Activity message, CancellationToken cancellationToken)
    {
        if (IsStopped) return;
        if (_isOver || Id is not { } id)
        {
            await _streams.SendAsync(_to, message, cancellationToken);
            return;
        }

        _isOver = true;
        var rest = _next - _streams.Clock.GetUtcNow();
        if (rest > TimeSpan.Zero) await Task.Delay(rest, _streams.Clock, cancellationToken);
        if (!await TryEndAsync(id, message, cancellationToken)) await ReplaceAsync(id, message, cancellationToken);
        Close();
    }

    public void Dispose() => Close();

    /// <returns>False where it has to be said in another way.</returns>
    private async Task<bool> TryEndAsync(string id, Activity message, CancellationToken cancellationToken)
    {
        try
        {
            // A card alone has an empty text: Teams' own libraries send it like that.
            await _streams.SendAsync(
                _to, message with { Text = message.Text ?? "", Entities = [new Entity { Type = "streaminfo", StreamId = id, StreamType = "final" }, .. message.Entities ?? []] }, cancellationToken);
            return true;
        }
        catch (ConnectorException exception) when (exception.IsStreamStopped)
        {
            IsStopped = true;
            return true;
        }
        catch (ConnectorException exception) when (!exception.IsBlocked && (exception.IsUncertain || !exception.IsTransient))
        {
            Log.StreamNotEnded(_streams.Logger, _to.ConversationId, exception.Message);
            return false;
        }
    }

    /// <summary>Too late, too long, broken by a crash, or without an answer: the message takes the stream's place as an update, which may be done twice.</summary>
    private async Task ReplaceAsync(string id, Activity message, CancellationToken cancellationToken)
    {
        try
        {
            await _streams.ReplaceAsync(_to, id, message, cancellationToken);
        }
        catch (ConnectorException exception) when (exception.IsFinal && !exception.IsBlocked)
        {
            await _streams.SendAsync(_to, message, cancellationToken);
        }
    }

    /// <summary>An update that fails is no harm, as the message has all of the text; but some failures say that there is no use in more of them.</summary>
    private async Task<string?> TryPostAsync(Activity update, CancellationToken cancellationToken)
    {
        var pause = Pace;
        try
        {
            return await _streams.SendOnceAsync(_to, update, cancellationToken);
        }
        catch (ConnectorException exception)
        {
            Log.StreamRefused(_streams.Logger, _to.ConversationId, exception.Message);
            IsStopped = exception.IsStreamStopped;
            if (!exception.IsTransient) Close();
            if (exception.RetryAfter > pause) pause = exception.RetryAfter.Value;
            return null;
        }
        finally
        {
            // Each waits for the answer to the one before.
            _next = _streams.Clock.GetUtcNow() + pause;
            Log.StreamUpdated(_streams.Logger, _to.ConversationId, _sequence, pause);
        }
    }

    private Activity Update(string type, string text) => _message with
    {
        Type = ActivityTypes.Typing,
        Text = text,
        TextFormat = "markdown",
        Entities = [new Entity { Type = "streaminfo", StreamId = Id, StreamType = type, StreamSequence = ++_sequence }],
    };

    private void Close()
    {
        if (_mayGrow) _streams.GrowsNoMoreIn(_to);
        _mayGrow = false;
    }
}
