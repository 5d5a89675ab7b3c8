namespace FastTrackBot.Cards.Templating;

/// <summary>Why a text is not an expression of the template language.</summary>
internal sealed class SyntaxException(string reason) : Exception(reason);
