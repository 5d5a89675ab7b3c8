namespace FastTrackBot.FastTrack.Commands;

/// <summary>Every card verb that the bot answers. Two handlers for one verb stop the start.</summary>
public sealed class CardVerbSet(IEnumerable<CardVerb> verbs)
{
    private readonly Dictionary<string, CardVerb> _byVerb = verbs.ToDictionary(verb => verb.Verb, StringComparer.Ordinal);

    public CardVerb? Find(string verb) => _byVerb.GetValueOrDefault(verb);
}
