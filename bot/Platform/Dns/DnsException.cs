namespace FastTrackBot.Platform.Dns;

/// <summary>No answer: nobody was reached, or the resolver itself could not find out. A name that does not exist is an answer.</summary>
public sealed class DnsException(string message, Exception? inner = null) : Exception(message, inner);
