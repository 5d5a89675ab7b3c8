using System.Text.Json.Nodes;

namespace FastTrackBot.Tests.Bot;

/// <summary>Teams' side of answers that grow: refuses what Teams is documented to refuse, in its words, and complains of what would look bad.</summary>
internal sealed class TeamsStreams(TimeProvider clock)
{
    private const string Refusal = "ContentStreamNotAllowed";

    /// <summary>Teams' own limit, not the pace that the bot chose.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, GrowingMessage> _streams = [];

    public List<string> Complaints { get; } = [];

    public static JsonObject? InfoOf(JsonObject activity) =>
        activity["entities"]?.AsArray().OfType<JsonObject>().SingleOrDefault(entity => entity["type"]?.GetValue<string>() == "streaminfo");

    /// <summary>Somebody presses Stop.</summary>
    public void Stop(string id) => _streams[id].IsStopped = true;

    /// <summary>An ordinary update takes its place.</summary>
    public void End(string id)
    {
        if (_streams.TryGetValue(id, out var stream)) stream.IsComplete = true;
    }

    public (int Status, string Code, string Words) Take(string conversation, string id, JsonObject activity, JsonObject info)
    {
        var (type, sequence, text) = (info["streamType"]!.GetValue<string>(), info["streamSequence"]?.GetValue<int>(), activity["text"]?.GetValue<string>() ?? "");
        if (activity["channelId"] is null || activity["conversation"]?["conversationType"]?.GetValue<string>() != "personal") return (405, "BadArgument", "Streaming is for personal chats.");
        var now = clock.GetUtcNow();
        if (info["streamId"] is null)
        {
            if (_streams.Values.Any(other => other.Conversation == conversation && !other.IsOver && now - other.Begun < Longest)) return (403, Refusal, "Content stream is not allowed");
            if (sequence != 1 || text.Length == 0) Complaints.Add("A stream does not begin with text and the number 1.");
            _streams[id] = new GrowingMessage(conversation, now) { Last = now, Sequence = 1, Shown = type == "streaming" ? text : "" };
            return (201, "", "");
        }

        if (!_streams.TryGetValue(id, out var stream)) return (400, "BadRequest", "Unknown stream");
        if (stream.IsStopped) return (403, Refusal, "Content stream was canceled by user.");
        if (stream.IsComplete) return (403, Refusal, "Content stream is not allowed on an already completed streamed message");
        if (now - stream.Begun > Longest) return (403, Refusal, "Content stream finished due to exceeded streaming time.");
        if (type != "informative" && !text.StartsWith(stream.Shown, StringComparison.Ordinal)) return (403, Refusal, "Request streamed content should contain the previously streamed content");
        Complaints.AddRange(ComplaintsAbout(stream, activity, type, sequence, now));
        stream.Last = now;
        stream.Sequence = sequence ?? stream.Sequence;
        stream.Shown = type == "streaming" ? text : stream.Shown;
        stream.IsComplete = type == "final";
        return (202, "", "");
    }

    private static IEnumerable<string> ComplaintsAbout(GrowingMessage stream, JsonObject activity, string type, int? sequence, DateTimeOffset now)
    {
        var isFinal = type == "final";
        if (now - stream.Last < Pace) yield return $"Two updates of a stream come within {now - stream.Last}.";
        if (isFinal != (activity["type"]!.GetValue<string>() == "message")) yield return "The last of a stream is a message, all others are typing.";
        if (isFinal ? sequence is not null : sequence != stream.Sequence + 1) yield return $"The number {sequence} of a stream follows {stream.Sequence}.";
        if (type == "informative" && stream.Shown.Length > 0) yield return "What is being done stands in the place of text that was shown.";
        if (!isFinal && (activity["attachments"] is not null || activity["channelData"] is not null || activity["entities"]!.AsArray().Count > 1))
            yield return "Cards, labels and thumbs come with the last of a stream.";
    }

    private sealed class GrowingMessage(string conversation, DateTimeOffset begun)
    {
        public string Conversation => conversation;

        public DateTimeOffset Begun => begun;

        public DateTimeOffset Last { get; set; }

        public int Sequence { get; set; }

        public string Shown { get; set; } = "";

        public bool IsStopped { get; set; }

        public bool IsComplete { get; set; }

        public bool IsOver => IsStopped || IsComplete;
    }
}
