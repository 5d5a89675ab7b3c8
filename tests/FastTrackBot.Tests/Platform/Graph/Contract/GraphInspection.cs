using FastTrackBot.Sandbox;
using FastTrackBot.Tests.Cards;
using FastTrackBot.Tests.Platform.Graph.Contract;

[assembly: AssemblyFixture(typeof(GraphInspection))]

namespace FastTrackBot.Tests.Platform.Graph.Contract;

/// <summary>
/// Before the first test: from now on each make-believe tenant that a test starts is held against Microsoft's description, and
/// its end fails where one of the two sides left it.
/// </summary>
public sealed class GraphInspection
{
    public GraphInspection()
    {
        if (GraphDescription.Find() is { } description)
            SandboxHost.Inspector = new GraphContract(description).Check;
        else if (RepositoryFiles.IsContinuousIntegration)
            SandboxHost.Inspector = _ => [$"Graph's description is missing: {GraphDescription.File}"];
    }
}
