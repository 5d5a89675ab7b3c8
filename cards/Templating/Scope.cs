namespace FastTrackBot.Cards.Templating;

/// <summary>What `$root`, `$data` and `$index` mean at one place of the card; the index is -1 outside any repetition.</summary>
internal readonly struct Scope(Value root, Value data, int index = -1)
{
    public Value Root { get; } = root;

    public Value Data { get; } = data;

    public int Index { get; } = index;

    public Scope With(in Value data) => new(Root, data, Index);

    public Scope With(in Value data, int index) => new(Root, data, index);
}
