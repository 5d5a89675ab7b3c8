using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Lifecycle;

/// <summary>What must hold before an engagement leaves its phase. A condition that nobody can check stops the start.</summary>
public sealed class ExitConditions
{
    private readonly Dictionary<string, ExitCheck> _checks;

    public ExitConditions(IEnumerable<ExitCheck> checks)
    {
        _checks = checks.ToDictionary(check => check.Condition, StringComparer.Ordinal);
        var unknown = Phases.All.SelectMany(phase => phase.Exit.Ids).FirstOrDefault(condition => !_checks.ContainsKey(condition));
        if (unknown is not null) throw new InvalidOperationException($"Data/phases.json names the exit condition '{unknown}', which nothing checks.");
    }

    public async ValueTask<IReadOnlyList<ExitCondition>> OfAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken)
    {
        List<ExitCondition> conditions = [];
        foreach (var id in Phases.Of(engagement.Phase).Exit.Ids)
        {
            conditions.Add(new ExitCondition(id, await _checks[id].OpenAsync(turn.Documents, turn.TenantId, engagement, cancellationToken)));
        }

        return conditions;
    }
}

/// <param name="Open">What stands open; null when it holds.</param>
public sealed record ExitCondition(string Id, string? Open)
{
    public bool Holds => Open is null;
}
