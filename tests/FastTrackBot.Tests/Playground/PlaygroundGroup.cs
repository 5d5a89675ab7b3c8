namespace FastTrackBot.Tests.Playground;

/// <summary>One browser for all tests of this folder, which run one after the other: each has a bot and a chat client of its own.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class PlaygroundGroup : ICollectionFixture<Chromium>
{
    public const string Name = "Playground";
}
