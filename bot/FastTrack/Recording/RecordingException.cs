namespace FastTrackBot.FastTrack.Recording;

/// <summary>The record cannot be brought up to date at present; the message says why, and what to do.</summary>
/// <param name="pause">When to try again; null leaves it to the queue.</param>
internal sealed class RecordingException(string message, TimeSpan? pause = null) : Exception(message)
{
    public TimeSpan? Pause => pause;
}
